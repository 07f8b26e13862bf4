import Diagnostics
import Script
import ScriptParsing
import Testing

@Suite("Well-known operators fold as swift-syntax folds them")
struct OperatorFoldingTests {
  /// The first statement of a text with its places, and the errors.
  private static func read(_ text: String) -> (tree: String, diagnostics: [String]) {
    let source = SourceFile(name: "test.swift", text: text)
    var parser = ScriptParser()
    let parsed = parser.parse(EmbeddedText(wholeOf: source))
    let first = ScriptNode(statements: Array(parsed.value.statements.prefix(1)), comments: [])
    return (
      Script.dump(first, in: source),
      parsed.diagnostics.map { "\($0.span?.start ?? -1) \($0.id) \($0.message)" }
    )
  }

  /// A lesson that declares an operator is folded by swift-syntax's table.
  private static let declaration = "\ninfix operator <+>: AdditionPrecedence\n"

  static let operators = [
    "+", "-", "*", "/", "%", "&+", "&-", "&*", "&", "|", "^", "<<", ">>", "<", "<=", ">", ">=",
    "==", "!=", "..<", "...", "&&", "||", "??", ".==", "as", "is", "=", "+=", "-=", "%=", "<<=",
  ]
  static let operands = [
    "a", "-b", "3", "2.5", "f(a + b)", "(a * b - c)", "x[i - 1]", ".some(a)", "p.q", "!c",
    "try g()", "s!", "[a, b + c]",
  ]

  @Test("a sequence has the same tree, places and errors", arguments: 0..<40)
  func agree(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    for _ in 0..<25 {
      // Most have the operators that are folded here alone.
      let known = draw(4) == 0 ? Self.operators.count : 23
      var text = ["", "x = ", "y += ", "let z = ", "if ", "return "][draw(6)]
      let begin = text
      text += Self.operands[draw(Self.operands.count)]
      for _ in 0..<draw(7) {
        let name = Self.operators[draw(known)]
        let isCast = name == "as" || name == "is"
        text += " \(name) " + (isCast ? "Int" : Self.operands[draw(Self.operands.count)])
      }
      if begin == "if " { text += " { h() }" }
      let own = Self.read(text + "\n")
      let table = Self.read(text + Self.declaration)
      #expect(own.diagnostics == table.diagnostics, "\(text)")
      #expect(own.tree == table.tree, "\(text)")
    }
  }
}

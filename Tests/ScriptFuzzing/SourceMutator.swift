/// Makes programs out of programs: what it makes depends on its corpus and on a number alone.
///
/// Three of four are programs that the language accepts, with changes that keep their types, so that
/// most reach the machine. The others attack the parser and the checker: with lines and tokens out
/// of place, with bytes, with depth, with rows.
public struct SourceMutator: Sendable {
  private let programs: [[Substring]]
  private let accepted: [[Substring]]
  private let lines: [Substring]
  private let tokens: [Substring]

  /// Creates a mutator of programs.
  ///
  /// - Parameters:
  ///   - corpus: The programs; at least one line.
  ///   - accepted: Programs that the language accepts.
  public init(corpus: [String], accepted: [String]) {
    let programs = corpus.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    self.programs = programs.filter { !$0.isEmpty }
    self.accepted = accepted.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    lines = programs.flatMap { $0 }
    tokens = lines.flatMap { Self.tokens(of: $0) }
  }

  /// Returns the program of a number.
  public func program(_ seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    if Int.random(in: 0..<4, using: &generator) > 0,
      var program = accepted.randomElement(using: &generator)
    {
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        TypePreservingMutation.mutate(&program, &generator)
      }
      return program.joined(separator: "\n")
    }
    guard var program = programs.randomElement(using: &generator) else { return "" }
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      mutate(&program, &generator)
    }
    var text = program.joined(separator: "\n")
    if Int.random(in: 0..<50, using: &generator) == 0 { damageBytes(&text, &generator) }
    return text
  }

  // MARK: - Lines

  private func mutate(_ program: inout [Substring], _ generator: inout SplitMix64) {
    guard let index = program.indices.randomElement(using: &generator) else { return }
    switch Int.random(in: 0..<40, using: &generator) {
    case 0: program.remove(at: index)
    case 1: program.insert(program[index], at: index)
    case 2: program.insert(lines.randomElement(using: &generator) ?? "", at: index)
    case 3: program.swapAt(index, program.indices.randomElement(using: &generator) ?? index)
    case 4: splice(&program, index, &generator)
    case 5:
      program[index] = Substring(attack(&generator))
    default:
      var tokens = Self.tokens(of: program[index])
      mutate(tokens: &tokens, &generator)
      program[index] = Substring(tokens.joined())
    }
  }

  /// Puts a run of lines of another program in.
  private func splice(
    _ program: inout [Substring],
    _ index: Int,
    _ generator: inout SplitMix64
  ) {
    guard let other = programs.randomElement(using: &generator),
      let start = other.indices.randomElement(using: &generator)
    else { return }
    let end = min(other.count, start + Int.random(in: 1...6, using: &generator))
    program.insert(contentsOf: other[start..<end], at: index)
  }

  // MARK: - Tokens

  /// Splits a line into words, numbers, single characters of other kinds, and the spaces between.
  static func tokens(of line: Substring) -> [Substring] {
    var result: [Substring] = []
    var start = line.startIndex
    while start < line.endIndex {
      let isWord = { (character: Character) in
        character.isLetter || character.isNumber || character == "_"
      }
      var end = line.index(after: start)
      if isWord(line[start]) {
        while end < line.endIndex, isWord(line[end]) { end = line.index(after: end) }
      } else if line[start] == " " {
        while end < line.endIndex, line[end] == " " { end = line.index(after: end) }
      }
      result.append(line[start..<end])
      start = end
    }
    return result
  }

  private func mutate(tokens: inout [Substring], _ generator: inout SplitMix64) {
    guard let index = tokens.indices.randomElement(using: &generator) else { return }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: tokens.remove(at: index)
    case 1: tokens.insert(tokens[index], at: index)
    case 2: tokens.swapAt(index, tokens.indices.randomElement(using: &generator) ?? index)
    case 3: tokens[index] = self.tokens.randomElement(using: &generator) ?? ""
    case 4: tokens.insert(self.tokens.randomElement(using: &generator) ?? "", at: index)
    case 5: tokens[index] = Self.words.randomElement(using: &generator) ?? ""
    case 6: tokens.insert(Self.words.randomElement(using: &generator) ?? "", at: index)
    default:
      // A value or an operator for another: the program most likely still compiles.
      if tokens[index].first?.isNumber == true {
        tokens[index] = Self.numbers.randomElement(using: &generator) ?? ""
      } else if Self.operators.contains(tokens[index]) {
        tokens[index] = Self.operators.randomElement(using: &generator) ?? ""
      } else {
        tokens[index] = self.tokens.randomElement(using: &generator) ?? ""
      }
    }
  }

  private static let numbers: [Substring] = [
    "0", "1", "2", "3", "7", "60", "100", "1000", "65536", "1000000000000", "9223372036854775807",
    "0.0", "0.5", "1e308", "5e-324", "(-1)", "Int.max", "Int.min", "Double.nan", ".infinity",
  ]

  private static let operators: Set<Substring> = [
    "+", "-", "*", "/", "%", "<", ">", "&", "|", "^", "~", "!", "=", "?", ".",
  ]

  private static let words: [Substring] = [
    "func", "let", "var", "if", "else", "for", "in", "while", "return", "break", "continue",
    "switch", "case", "default", "guard", "repeat", "defer", "inout", "throws", "try", "catch",
    "do", "struct", "enum", "init", "self", "nil", "true", "false", "where", "as", "is", "->",
    "==", "&&", "||", "??", "...", "..<", "<<", ">>", "&+", "&*", "+=", "*=", "$0", "$1", "Int",
    "Double", "String", "Bool", "Float", "Array", "Optional", "Void", "()", "[]", "[:]", "{}", "(",
    ")", "[", "]", "{", "}", "\"", "\"\"\"", "\\(", ",", ";", ":", ".map", ".filter", ".reduce",
    ".sorted()", ".count", ".append", "print(", "stride(from: 0, to: 1000000000000000000, by: 1)",
    "Array(repeating: 0, count: 1000000000000)", "String(repeating: \"ab\", count: 1000000000)",
    "&", "@", "#if", "#", "`", "/*", "*/", "//", "_", "0x", "1_0", "é", "👩‍👩‍👧", "\u{0}", "\t",
  ]

  // MARK: - Attacks

  /// A long row of something that a parser, a checker or a machine may follow by recursion.
  private func attack(_ generator: inout SplitMix64) -> String {
    let count = 1 << Int.random(in: 1...12, using: &generator)
    let unit = Self.rows.randomElement(using: &generator) ?? ""
    let row = String(repeating: unit, count: count)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return row
    case 1: return "let attacked = " + row + "1"
    case 2: return row + (tokens.randomElement(using: &generator) ?? "")
    default: return "var s = \"ab\"; for _ in 0..<\(count) { s += s }; print(s.count)"
    }
  }

  private static let rows = [
    "(", "[", "{", "<", "A -> ", "() -> ", "try ", "await ", "!", "-", "~", "&", "1 + ", "x ? y : ",
    "x ?? ", "\"\\(", "if x {} else ", "f(", "a[", "a.", "a?.", "a!", "[[", "(1, ", "@a ",
    "#if x\n",
    "inout ", "any ", "some ", "let x = ", "func f() {", "{ _ in ", "A<", "[A: ", "case .a(",
    "is A ", "as A ", "/*", "x = ", "do {", "switch x { case ", "repeat ", "defer {", "&& ", ", ",
    "; ", "\\", ".", "if ", "guard ", "while ", "for x in ", "return ", "{ { ", "1, ", "not ",
    "A & ", "(A) -> (", "x < ", "..<", "a = b == ", "struct S {", "enum E { case ", "-> ", "==",
    "throw ", "indirect ", "static ", "\"", "'", "`", "$0(", "x in x ", "0", "1.", "é", "\r\n",
  ]

  private func damageBytes(_ text: inout String, _ generator: inout SplitMix64) {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      guard let index = bytes.indices.randomElement(using: &generator) else { break }
      bytes[index] = UInt8.random(in: 0...255, using: &generator)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// Steele, Lea and Flood's generator: one number is enough of a state for one program.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

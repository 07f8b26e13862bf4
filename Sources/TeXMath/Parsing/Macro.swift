/// A command that stands for other LaTeX.
struct Macro: Hashable, Sendable {
  /// The number of arguments.
  var parameterCount: Int
  /// What the first argument is where none is given in square brackets; nil where it is needed.
  var defaultArgument: [Token]?
  /// What the command stands for, with `#1` and its kin as two tokens.
  var body: [Token]
  /// What must stand before the first argument and behind each one, as `\def\pair#1,#2;{…}` says.
  var delimiters: [[Token.Kind]] = []
  /// The command of LaTeX that this one is another name of, as `\let` says.
  var original: String?

  /// What the command stands for with these arguments, all of it at the place of the call.
  func expanded(with arguments: [[Token]], at call: Range<Int>) -> [Token] {
    var result: [Token] = []
    var index = 0
    while index < body.count {
      let token = body[index]
      if token.isCharacter("#"), index + 1 < body.count,
        case .character(let scalar) = body[index + 1].kind, let number = digit(scalar)
      {
        if number >= 1, number <= arguments.count { result += arguments[number - 1] }
        index += 2
      } else {
        result.append(Token(kind: token.kind, range: call))
        index += 1
      }
    }
    return result
  }

  private func digit(_ scalar: Unicode.Scalar) -> Int? {
    scalar.value >= 48 && scalar.value <= 57 ? Int(scalar.value) - 48 : nil
  }
}

/// Commands of the author's own, as `\newcommand` defines them.
public struct MacroSet: Hashable, Sendable {
  var macros: [String: Macro] = [:]
  /// What was wrong in the definitions, at its place in their text.
  public private(set) var problems: [FormulaProblem] = []

  /// Creates a set without commands.
  public init() {}

  /// Reads definitions such as `\newcommand{\loss}{\mathcal{L}}`, one after the other.
  public init(parsing definitions: String) {
    var parser = FormulaParser(definitions, macros: MacroSet())
    let formula = parser.parse()
    macros = parser.macros
    problems = formula.problems
  }
}

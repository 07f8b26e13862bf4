extension FormulaProblem {
  /// A stable identifier of the kind of problem.
  public var id: String {
    switch kind {
    case .unknownCommand: "unknown-command"
    case .unknownEnvironment: "unknown-environment"
    case .unclosedBrace, .strayBrace: "unbalanced-brace"
    case .missingArgument: "missing-argument"
    case .misplacedAlignment: "misplaced-alignment"
    case .unclosedEnvironment, .strayEnd, .mismatchedEnd: "unbalanced-environment"
    case .unclosedFence, .strayFence, .notADelimiter: "unbalanced-delimiter"
    case .doubleScript: "double-script"
    case .misplacedLimits: "misplaced-limits"
    case .badLength: "bad-length"
    case .strayDollar: "stray-dollar"
    case .badDefinition: "bad-definition"
    case .unknownColor: "unknown-color"
    case .badCharacterCode: "bad-character-code"
    case .unclosedVerbatim: "unclosed-verbatim"
    case .badArrow: "bad-arrow"
    case .tooDeep, .tooManyExpansions: "formula-too-large"
    }
  }

  /// The sentence, lower case, without a full stop.
  public var message: String {
    switch kind {
    case .unknownCommand(let name): "the command '\\\(name)' is not known"
    case .unknownEnvironment(let name): "the environment '\(name)' is not known"
    case .unclosedBrace: "this '{' is never closed"
    case .strayBrace: "this '}' closes nothing"
    case .missingArgument(let name):
      name == "^" || name == "_"
        ? "nothing stands behind '\(name)'" : "'\\\(name)' lacks an argument"
    case .misplacedAlignment: "'&' stands outside of a table"
    case .unclosedEnvironment(let name): "'\\begin{\(name)}' has no '\\end{\(name)}'"
    case .strayEnd(let name): "'\\end{\(name)}' ends nothing"
    case .mismatchedEnd(let found, let expected):
      "'\\end{\(found)}' stands where '\\begin{\(expected)}' is to end"
    case .unclosedFence: "this '\\left' has no '\\right'"
    case .strayFence(let name): "this '\\\(name)' has no '\\left'"
    case .notADelimiter(let text):
      text.isEmpty ? "a delimiter is missing" : "'\(text)' is no delimiter"
    case .doubleScript(let sign): "there is a '\(sign)' here already"
    case .misplacedLimits(let name): "'\\\(name)' stands behind no operator"
    case .badLength(let text): "'\(text)' is no length"
    case .strayDollar: "'$' cannot stand inside a formula"
    case .badDefinition(let name): "this '\\\(name)' cannot be read"
    case .unknownColor(let text): "'\(text)' is no color that is known"
    case .badCharacterCode: "'\\char' lacks the code of a character that can be shown"
    case .unclosedVerbatim: "the text of '\\verb' does not end in its line"
    case .badArrow: "this '@' begins no arrow of a diagram"
    case .tooDeep(let limit): "groups are nested more than \(limit) deep"
    case .tooManyExpansions(let limit): "the macros stand for more than \(limit) pieces"
    }
  }
}

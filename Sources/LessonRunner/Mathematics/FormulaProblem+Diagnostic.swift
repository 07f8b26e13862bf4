import Diagnostics
public import TeXMath

extension FormulaProblem {
  /// What to write instead, with the nearest known name.
  public var help: String? {
    switch kind {
    case .unknownCommand(let name):
      nearestName(to: name, among: Formula.commandNames).map { "did you mean '\\\($0)'?" }
    case .unknownEnvironment(let name):
      nearestName(to: name, among: Formula.environmentNames).map { "did you mean '\($0)'?" }
    case .unclosedBrace: "close it with '}', or write '\\{' for the sign"
    case .strayBrace: "remove it, or write '\\}' for the sign"
    case .missingArgument: "write it in braces"
    case .misplacedAlignment: "write '\\&' for the sign, or put the rows into an 'aligned'"
    case .unclosedEnvironment(let name): "write '\\end{\(name)}' behind its last row"
    case .strayEnd, .strayFence: "remove it, or write what it is to close before it"
    case .mismatchedEnd(_, let expected): "write '\\end{\(expected)}'"
    case .unclosedFence: "write '\\right' and a delimiter, or '\\right.' for none"
    case .notADelimiter: "write '(', '[', '\\{', '|' or '.' for none"
    case .doubleScript(let sign): "put braces around what the second '\(sign)' belongs to"
    case .misplacedLimits: "write it behind an operator such as '\\sum'"
    case .badLength: "write a number and a unit, such as '1em' or '2pt'"
    case .strayDollar: "write '\\$' for the sign"
    case .unknownColor(let name):
      nearestName(to: name, among: Formula.colorNames).map { "did you mean '\($0)'?" }
        ?? "write a color of CSS by its name, or a code such as '#d62728'"
    case .badCharacterCode: "write it as '\\char65', '\\char\"41' or '\\char`A'"
    case .unclosedVerbatim: "write the same sign before and behind it, as in '\\verb|x_1|'"
    case .badArrow: "write '@>f>>', '@<f<<', '@VfVV', '@AfAA', '@=', '@|' or '@.'"
    case .badDefinition: "write '\\newcommand{\\name}[1]{…}'"
    case .tooDeep, .tooManyExpansions: "write the formula with less nesting"
    }
  }
}

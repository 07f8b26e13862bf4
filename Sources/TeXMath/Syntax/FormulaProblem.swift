/// Something wrong in a formula, at its place there.
public struct FormulaProblem: Hashable, Sendable {
  /// The kinds of problems, with what was found.
  public enum Kind: Hashable, Sendable {
    /// A command that is not known.
    case unknownCommand(String)
    /// An environment that is not known.
    case unknownEnvironment(String)
    /// `{` without its `}`.
    case unclosedBrace
    /// `}` without its `{`.
    case strayBrace
    /// A command without the argument it needs.
    case missingArgument(String)
    /// `&` outside of a table.
    case misplacedAlignment
    /// `\begin` without its `\end`.
    case unclosedEnvironment(String)
    /// `\end` without its `\begin`.
    case strayEnd(String)
    /// `\end` of another environment than the one that is open.
    case mismatchedEnd(found: String, expected: String)
    /// `\left` without its `\right`.
    case unclosedFence
    /// `\right` or `\middle` without `\left`.
    case strayFence(String)
    /// A sign that is no delimiter behind `\left` and its kin.
    case notADelimiter(String)
    /// A second script at the same place.
    case doubleScript(String)
    /// `\limits` behind something that is no operator.
    case misplacedLimits(String)
    /// A length that cannot be read.
    case badLength(String)
    /// `$` inside a formula.
    case strayDollar
    /// A definition that cannot be read.
    case badDefinition(String)
    /// A color that has no such name or code.
    case unknownColor(String)
    /// `\char` without the code of a character that can be shown.
    case badCharacterCode
    /// `\verb` without the sign that ends its text.
    case unclosedVerbatim
    /// An arrow of a diagram that cannot be read.
    case badArrow
    /// Groups nested deeper than this.
    case tooDeep(limit: Int)
    /// Macros that stand for more pieces than this.
    case tooManyExpansions(limit: Int)
  }

  /// What is wrong.
  public var kind: Kind
  /// The place in the formula, in UTF-8 offsets.
  public var range: Range<Int>

  /// Creates a problem.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// Whether the formula cannot be relied on; where not, it is shown with what was understood.
  public var isError: Bool {
    switch kind {
    case .unknownCommand, .unknownEnvironment, .unknownColor: false
    default: true
    }
  }
}

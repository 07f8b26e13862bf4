public import Diagnostics

/// The statements of one cell or script, with the comments that expectations are read from.
public struct ScriptNode: Sendable {
  /// A `//` comment.
  public struct Comment: Hashable, Sendable {
    /// The text behind the `//`, not trimmed.
    public var text: String
    /// Its place, from the first slash to the end of the line.
    public var span: SourceSpan
    /// Whether nothing but white space stands before it on its line.
    public var standsAlone: Bool

    /// Creates a comment.
    public init(text: String, span: SourceSpan, standsAlone: Bool) {
      self.text = text
      self.span = span
      self.standsAlone = standsAlone
    }
  }

  /// The statements, in order.
  public var statements: [StatementNode]
  /// All line comments, in order.
  public var comments: [Comment]
  /// What editors color, from first to last, where that was asked for.
  public var colors: [ColoredRange]

  /// Creates a script.
  public init(
    statements: [StatementNode],
    comments: [Comment],
    colors: [ColoredRange] = []
  ) {
    self.statements = statements
    self.comments = comments
    self.colors = colors
  }
}

/// What a piece of code is to a reader: what editors give a color of its own.
public enum CodeColor: String, Hashable, Sendable, CaseIterable {
  /// A word of the language.
  case keyword
  /// The name of a type.
  case type
  /// A number.
  case number
  /// A text in quotes.
  case string
  /// A comment.
  case comment
  /// An attribute, or a directive.
  case attribute
}

/// A piece of code with its kind.
public struct ColoredRange: Hashable, Sendable {
  /// The offset in UTF-8 bytes of the first byte in the code.
  public var start: Int
  /// The offset just after the last byte.
  public var end: Int
  /// What the piece is to a reader.
  public var color: CodeColor

  /// Creates a range.
  public init(_ start: Int, _ end: Int, _ color: CodeColor) {
    self.start = start
    self.end = end
    self.color = color
  }
}

/// How the cells of a table's column are set.
public enum ColumnAlignment: String, Hashable, Sendable {
  /// As the reader's language sets text.
  case natural
  /// At the left.
  case left
  /// In the middle.
  case center
  /// At the right.
  case right
}

/// A quotation that stands out, by what it is for.
public enum Alert: String, Hashable, Sendable, CaseIterable {
  /// What is worth knowing.
  case note
  /// What makes things easier.
  case tip
  /// What must be known.
  case important
  /// What needs attention to avoid a problem.
  case warning
  /// What may do harm.
  case caution

  /// The word that stands above it.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// The mark in the text that leads to a footnote.
public struct FootnoteReference: Hashable, Sendable {
  /// The label that the author gave the footnote.
  public var label: String
  /// The footnote's number, from 1 in the order of the marks.
  public var number: Int
  /// How many marks of the same footnote there are up to this one.
  public var occurrence: Int

  /// Creates a mark.
  public init(label: String, number: Int, occurrence: Int) {
    self.label = label
    self.number = number
    self.occurrence = occurrence
  }
}

/// A footnote; its blocks stand below it.
public struct FootnoteDefinition: Hashable, Sendable {
  /// The label that the author gave the footnote.
  public var label: String
  /// The footnote's number, from 1 in the order of the marks.
  public var number: Int
  /// How many marks lead to it.
  public var referenceCount: Int

  /// Creates a footnote.
  public init(label: String, number: Int, referenceCount: Int) {
    self.label = label
    self.number = number
    self.referenceCount = referenceCount
  }
}

public import Diagnostics

/// The numbers of a lesson outside of its cells, and which of them are held to account.
public struct NumberCoverage: Hashable, Sendable {
  /// Where a number stands.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// In a formula.
    case formula
    /// In a line of text.
    case prose
    /// In a row of a table.
    case table
  }

  /// One number.
  public struct Entry: Hashable, Sendable {
    /// Where it stands.
    public var place: Place
    /// Its digits in the file.
    public var span: SourceSpan
    /// Whether a change of its last digit would be noticed.
    public var isChecked: Bool

    /// Creates an entry.
    public init(place: Place, span: SourceSpan, isChecked: Bool) {
      self.place = place
      self.span = span
      self.isChecked = isChecked
    }
  }

  /// The numbers, in the order of the file.
  public var entries: [Entry]

  /// Creates a coverage.
  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// Returns the numbers of a kind of place.
  public func entries(in place: Place) -> [Entry] { entries.filter { $0.place == place } }
}

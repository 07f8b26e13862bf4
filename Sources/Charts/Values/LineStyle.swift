/// The pattern of a line.
public enum LineStyle: Int, Sendable, Hashable, CaseIterable {
  /// An unbroken line.
  case solid
  /// Long dashes.
  case dashed
  /// Dots.
  case dotted
  /// Dashes and dots in turn.
  case dashDotted
}

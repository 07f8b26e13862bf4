/// The shape of a point.
public enum ChartSymbol: Int, Sendable, Hashable, CaseIterable {
  /// A filled circle.
  case circle
  /// A filled square.
  case square
  /// A filled triangle.
  case triangle
  /// A filled diamond.
  case diamond
  /// A diagonal cross.
  case cross
  /// An upright cross.
  case plus
  /// An empty circle.
  case ring
  /// An empty square.
  case frame
}

/// A straight line across the chart, at one value of an axis.
public struct RuleMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates an upright line.
  ///
  /// - Parameter x: The value on the horizontal axis.
  public init(x: Double) { mark = Mark(.rule(.x(x))) }

  /// Creates a level line.
  ///
  /// - Parameter y: The value on the vertical axis.
  public init(y: Double) { mark = Mark(.rule(.y(y))) }
}

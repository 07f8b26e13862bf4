/// A path with an arrowhead at its end.
public struct ArrowMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates a path through points, in their order.
  ///
  /// - Parameters:
  ///   - x: Where the points lie along the horizontal axis.
  ///   - y: Where they lie along the vertical axis, as many.
  public init(x: [Double], y: [Double]) { mark = Mark(.arrow(x: x, y: y)) }
}

/// A rectangle, such as the box that a search narrows down to.
public struct RectangleMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates a rectangle.
  ///
  /// - Parameters:
  ///   - x: From where to where along the horizontal axis.
  ///   - y: From where to where along the vertical axis.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    mark = Mark(.rectangle(x: x, y: y))
  }
}

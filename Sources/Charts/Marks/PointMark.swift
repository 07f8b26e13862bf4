public import Engine

/// Points, each a symbol.
public struct PointMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates points.
  ///
  /// - Parameters:
  ///   - x: Where they lie along the horizontal axis.
  ///   - y: Where they lie along the vertical axis, as many.
  public init(x: [Double], y: [Double]) {
    mark = Mark(.point(x: .numbers(x), y: .numbers(y)))
  }

  /// Creates one point.
  ///
  /// - Parameters:
  ///   - x: Where it lies along the horizontal axis.
  ///   - y: Where it lies along the vertical axis.
  public init(x: Double, y: Double) { self.init(x: [x], y: [y]) }

  /// Creates points from the elements of two tensors.
  ///
  /// - Parameters:
  ///   - x: Where they lie along the horizontal axis.
  ///   - y: Where they lie along the vertical axis, as many.
  public init(x: Tensor, y: Tensor) { self.init(x: x.elements, y: y.elements) }

  /// Creates points over names of categories.
  ///
  /// - Parameters:
  ///   - x: The names.
  ///   - y: Where they lie along the vertical axis, as many.
  public init(x: [String], y: [Double]) {
    mark = Mark(.point(x: .categories(x), y: .numbers(y)))
  }

  /// Creates points in rows with names.
  ///
  /// - Parameters:
  ///   - x: Where they lie along the horizontal axis.
  ///   - y: The names of the rows, as many.
  public init(x: [Double], y: [String]) {
    mark = Mark(.point(x: .numbers(x), y: .categories(y)))
  }

  /// Creates points on a number line: a chart of these alone has no vertical axis.
  ///
  /// - Parameter x: Where they lie.
  public init(x: [Double]) { mark = Mark(.point(x: .numbers(x), y: nil)) }
}

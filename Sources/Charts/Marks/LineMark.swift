public import Engine

/// A line through points, in their order.
///
/// A value that is not finite breaks the line. A line of more points than its pixels can show keeps
/// the first, the least, the greatest and the last of each pixel's width.
public struct LineMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates a line.
  ///
  /// - Parameters:
  ///   - x: Where the points lie along the horizontal axis.
  ///   - y: Where they lie along the vertical axis, as many.
  public init(x: [Double], y: [Double]) {
    mark = Mark(.line(x: .numbers(x), y: .numbers(y)))
  }

  /// Creates a line over 0, 1, 2 and so on, such as the cost after each epoch.
  ///
  /// - Parameter y: Where the points lie along the vertical axis.
  public init(y: [Double]) { self.init(x: y.indices.map(Double.init), y: y) }

  /// Creates a line through the elements of two tensors.
  ///
  /// - Parameters:
  ///   - x: Where the points lie along the horizontal axis.
  ///   - y: Where they lie along the vertical axis, as many.
  public init(x: Tensor, y: Tensor) { self.init(x: x.elements, y: y.elements) }

  /// Creates a line over names of categories.
  ///
  /// - Parameters:
  ///   - x: The names.
  ///   - y: Where the points lie along the vertical axis, as many.
  public init(x: [String], y: [Double]) {
    mark = Mark(.line(x: .categories(x), y: .numbers(y)))
  }
}

extension LineMark {
  /// Creates the graph of a function.
  ///
  /// - Parameters:
  ///   - domain: From where to where.
  ///   - count: How many points are computed, from 2 to 10,000.
  ///   - function: The function.
  public init(
    over domain: ClosedRange<Double>,
    count: Int = 200,
    function: (Double) throws -> Double
  ) rethrows {
    let x = evenlySpaced(over: domain, count: count)
    self.init(x: x, y: try x.map(function))
  }
}

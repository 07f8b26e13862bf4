/// The area between two lines over the same values.
public struct AreaMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates the area between 0, or the lower end of a logarithmic axis, and a line.
  ///
  /// - Parameters:
  ///   - x: Where the points lie along the horizontal axis.
  ///   - y: Where they lie along the vertical axis, as many.
  public init(x: [Double], y: [Double]) {
    mark = Mark(.area(x: x, yStart: nil, yEnd: y))
  }

  /// Creates the area between two lines.
  ///
  /// - Parameters:
  ///   - x: Where the points lie along the horizontal axis.
  ///   - yStart: One line, as many values.
  ///   - yEnd: The other line, as many values.
  public init(x: [Double], yStart: [Double], yEnd: [Double]) {
    mark = Mark(.area(x: x, yStart: yStart, yEnd: yEnd))
  }
}

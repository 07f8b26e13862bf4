public import Engine

/// Lines along which a function of two variables has the same value.
public struct ContourMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates the contours of a function.
  ///
  /// - Parameters:
  ///   - x: From where to where along the horizontal axis.
  ///   - y: From where to where along the vertical axis.
  ///   - levels: The values to draw; where empty, about eight round ones.
  ///   - resolution: The number of columns and of rows to compute, from 2 to 400.
  ///   - function: The function of a point.
  public init(
    x: ClosedRange<Double>,
    y: ClosedRange<Double>,
    levels: [Double] = [],
    resolution: Int = 60,
    function: (Double, Double) throws -> Double
  ) rethrows {
    mark = Mark(
      .contour(
        try SampledGrid(x: x, y: y, resolution: resolution, function: function),
        levels: levels
      )
    )
  }

  /// Creates the contours of a matrix.
  ///
  /// - Parameters:
  ///   - x: Where its columns lie.
  ///   - y: Where its rows lie.
  ///   - z: The matrix, of shape `[y.count, x.count]`.
  ///   - levels: The values to draw; where empty, about eight round ones.
  public init(x: [Double], y: [Double], z: Tensor, levels: [Double] = []) {
    mark = Mark(.contour(SampledGrid(x: x, y: y, values: z.elements), levels: levels))
  }
}

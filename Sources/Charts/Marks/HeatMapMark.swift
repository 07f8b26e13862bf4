public import Engine

/// A matrix as colored fields, dark for the least value to bright for the greatest.
///
/// The colors are those of cividis (Nuñez et al., 2018), made to read alike for all color vision.
public struct HeatMapMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates a heat map of a matrix, its row 0 at the lower end of the vertical axis.
  ///
  /// - Parameter z: The matrix; row and column numbers stand on the axes.
  public init(_ z: Tensor) {
    let rows = z.rank == 2 ? z.shape[0] : 0
    let columns = z.rank == 2 ? z.shape[1] : 0
    self.init(x: (0..<columns).map(Double.init), y: (0..<rows).map(Double.init), z: z)
  }

  /// Creates a heat map of a matrix.
  ///
  /// - Parameters:
  ///   - x: Where its columns lie.
  ///   - y: Where its rows lie.
  ///   - z: The matrix, of shape `[y.count, x.count]`.
  public init(x: [Double], y: [Double], z: Tensor) {
    mark = Mark(.heatMap(SampledGrid(x: x, y: y, values: z.elements)))
  }
}

/// Points in a cube, drawn isometrically: three hyperparameters at once.
public struct CubeMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates the cube that just holds the points.
  ///
  /// - Parameters:
  ///   - x: Where the points lie along the axis that goes to the right.
  ///   - y: Where they lie along the axis that goes to the back, as many.
  ///   - z: Where they lie along the axis that goes up, as many.
  ///   - names: The names of the three axes.
  public init(x: [Double], y: [Double], z: [Double], names: [String] = ["x", "y", "z"]) {
    mark = Mark(.cube(x: x, y: y, z: z, names: names))
  }
}

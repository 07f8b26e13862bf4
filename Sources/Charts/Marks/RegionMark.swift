public import Engine

/// Decision regions: where which of several classes has the greatest score.
public struct RegionMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates the regions of scores or probabilities over a grid.
  ///
  /// Borders are drawn where two scores are equal between the points of the grid.
  ///
  /// - Parameters:
  ///   - x: The columns of the grid.
  ///   - y: The rows of the grid.
  ///   - scores: The scores, of shape `[classes, y.count * x.count]`: a column for each point of the
  ///     grid, row by row, as a network gives them for a batch.
  ///   - names: The names of the classes, which are also their series; where empty, their numbers.
  public init(x: [Double], y: [Double], scores: Tensor, names: [String] = []) {
    let classes = scores.rank == 2 ? scores.shape[0] : 0
    let points = scores.rank == 2 ? scores.shape[1] : 0
    let rows = (0..<classes).map { Array(scores.elements[$0 * points..<($0 + 1) * points]) }
    self.init(x: x, y: y, rows: rows, names: names)
  }

  /// Creates the regions of a function that names the class of a point.
  ///
  /// - Parameters:
  ///   - x: From where to where along the horizontal axis.
  ///   - y: From where to where along the vertical axis.
  ///   - classes: The number of classes, from 1 to 100.
  ///   - resolution: The number of columns and of rows to compute, from 2 to 400.
  ///   - names: The names of the classes, which are also their series; where empty, their numbers.
  ///   - classify: The class of a point, from 0; points of no class stay empty.
  public init(
    x: ClosedRange<Double>,
    y: ClosedRange<Double>,
    classes: Int,
    resolution: Int = 150,
    names: [String] = [],
    classify: (Double, Double) throws -> Int
  ) rethrows {
    let grid = try SampledGrid(x: x, y: y, resolution: resolution) { column, row in
      Double(try classify(column, row))
    }
    let count = min(max(classes, 0), RegionMark.mostClasses)
    let rows = (0..<count).map { index in grid.values.map { $0 == Double(index) ? 1.0 : 0.0 } }
    self.init(x: grid.x, y: grid.y, rows: rows, names: names)
  }

  /// The most classes that are told apart.
  static let mostClasses = 100

  private init(x: [Double], y: [Double], rows: [[Double]], names: [String]) {
    let numbered = rows.indices.map { names.indices.contains($0) ? names[$0] : "class \($0)" }
    mark = Mark(.region(ClassGrid(x: x, y: y, scores: rows, names: numbered)))
  }
}

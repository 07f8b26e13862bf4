/// A function of two variables, known at the crossings of a grid.
struct SampledGrid: Hashable, Sendable {
  /// The columns of the grid, ascending or descending.
  var x: [Double]
  /// The rows of the grid, ascending or descending.
  var y: [Double]
  /// The values, row by row: `values[row * x.count + column]`.
  var values: [Double]

  subscript(row: Int, column: Int) -> Double { values[row * x.count + column] }

  /// The values that are finite, from least to greatest; nil where there are none.
  var range: ClosedRange<Double>? {
    let finite = values.lazy.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    return least...greatest
  }
}

/// Which of several classes is the likeliest, over a grid.
struct ClassGrid: Hashable, Sendable {
  /// The columns of the grid.
  var x: [Double]
  /// The rows of the grid.
  var y: [Double]
  /// For each class its scores, row by row.
  var scores: [[Double]]
  /// The names of the classes.
  var names: [String]
}

/// The number of points that one function is asked for.
private let sampleCounts = 2...10_000

/// Returns numbers at equal distances, both ends in.
func evenlySpaced(over domain: ClosedRange<Double>, count: Int) -> [Double] {
  let count = min(max(count, sampleCounts.lowerBound), sampleCounts.upperBound)
  return (0..<count).map { index in
    let fraction = Double(index) / Double(count - 1)
    return domain.lowerBound * (1 - fraction) + domain.upperBound * fraction
  }
}

extension SampledGrid {
  /// The numbers of columns and of rows that a function is asked for.
  static let resolutions = 2...400

  /// Samples a function at the crossings of a square grid.
  init(
    x: ClosedRange<Double>,
    y: ClosedRange<Double>,
    resolution: Int,
    function: (Double, Double) throws -> Double
  ) rethrows {
    let count = min(
      max(resolution, SampledGrid.resolutions.lowerBound),
      SampledGrid.resolutions.upperBound
    )
    self.x = evenlySpaced(over: x, count: count)
    self.y = evenlySpaced(over: y, count: count)
    values = []
    values.reserveCapacity(count * count)
    for row in self.y {
      for column in self.x { values.append(try function(column, row)) }
    }
  }
}

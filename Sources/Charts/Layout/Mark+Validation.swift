extension Mark {
  /// The most values of one mark.
  private static let mostValues = 20_000_000

  /// Makes sure that the parts of a mark fit each other.
  ///
  /// - Parameter index: The number of the mark in its chart, from 1.
  /// - Throws: A `ChartError` with the parts that do not.
  func validate(index: Int) throws(ChartError) {
    switch geometry {
    case .line(let x, let y): try require(x.count, y.count, index)
    case .point(let x, let y): try require(x.count, y?.count ?? x.count, index)
    case .bar(let x, let y):
      try require(x.count, y.count, index)
      try requireAtMost(BarMark.mostBars, x.count, "bars in one mark")
    case .area(let x, let start, let end):
      try require(x.count, end.count, index)
      if let start { try require(x.count, start.count, index) }
    case .arrow(let x, let y): try require(x.count, y.count, index)
    case .cube(let x, let y, let z, _):
      try require(x.count, y.count, index)
      try require(x.count, z.count, index)
    case .contour(let grid, let levels):
      try requireGrid(grid.x, grid.y, grid.values.count, index)
      try requireAtMost(ContourMark.mostLevels, levels.count, "contour levels")
    case .heatMap(let grid):
      try requireGrid(grid.x, grid.y, grid.values.count, index)
      try requireAtMost(HeatMapMark.mostFields, grid.values.count, "fields in one heat map")
    case .region(let grid):
      for scores in grid.scores { try requireGrid(grid.x, grid.y, scores.count, index) }
      try requireAtMost(RegionMark.mostClasses, grid.scores.count, "classes")
    case .histogram(_, let bins): try require("bins", bins, 1...1000)
    case .network(let layers, _):
      try requireAtMost(NetworkMark.mostLayers, layers.count, "layers")
      for units in layers { try require("layers", units, 1...1_000_000) }
    case .graph(let edges): try requireAtMost(GraphMark.mostEdges, edges.count, "arrows")
    case .rule, .rectangle, .text: break
    }
  }

  private func require(_ x: Int, _ y: Int, _ index: Int) throws(ChartError) {
    guard x == y else { throw .countsDiffer(mark: name, index: index, x: x, y: y) }
    try requireAtMost(Mark.mostValues, x, "values in one mark")
  }

  private func requireAtMost(_ limit: Int, _ count: Int, _ what: String) throws(ChartError) {
    guard count <= limit else { throw .tooMuch(what: what, count: count, limit: limit) }
  }

  private func require(
    _ argument: String,
    _ value: Int,
    _ allowed: ClosedRange<Int>
  ) throws(ChartError) {
    guard !allowed.contains(value) else { return }
    throw .argumentOutOfRange(
      mark: name,
      name: argument,
      value: Double(value),
      lower: Double(allowed.lowerBound),
      upper: Double(allowed.upperBound)
    )
  }

  private func requireGrid(
    _ x: [Double],
    _ y: [Double],
    _ count: Int,
    _ index: Int
  ) throws(ChartError) {
    let (product, overflow) = x.count.multipliedReportingOverflow(by: y.count)
    guard !overflow, product == count else {
      throw .gridMismatch(
        mark: name,
        index: index,
        rows: y.count,
        columns: x.count,
        values: count
      )
    }
    try requireAtMost(SampledGrid.mostValues, count, "points of a grid")
    guard isMonotone(x), isMonotone(y) else { throw .gridNotMonotone(mark: name, index: index) }
  }

  private func isMonotone(_ numbers: [Double]) -> Bool {
    let pairs = zip(numbers, numbers.dropFirst())
    return numbers.allSatisfy(\.isFinite)
      && (pairs.allSatisfy { $0 < $1 } || pairs.allSatisfy { $0 > $1 })
  }
}

extension SampledGrid {
  /// The most points of a grid.
  static let mostValues = 1_000_000
}

extension BarMark {
  /// The most bars of one mark.
  static let mostBars = 20_000
}

extension HeatMapMark {
  /// The most fields of one mark.
  static let mostFields = 100_000
}

extension NetworkMark {
  /// The most layers of a network.
  static let mostLayers = 50
}

extension ContourMark {
  /// The most levels of one mark.
  static let mostLevels = 200
}

extension GraphMark {
  /// The most arrows of a graph.
  static let mostEdges = 500
}

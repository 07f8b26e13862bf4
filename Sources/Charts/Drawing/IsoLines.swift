/// The lines along which a grid has one value, by marching squares.
///
/// Between the points of the grid values are linear along the edges; where a square is a saddle, the
/// mean of its corners decides which belong together. Squares with a corner that is not finite have
/// no lines.
struct IsoLines {
  /// The lines, in columns and rows of the grid; a closed one ends where it begins.
  private(set) var lines: [[Point]] = []

  private let grid: IndexedGrid
  private let level: Double
  /// The one or two lines that go on from each edge.
  private var neighbors: [Edge: [Edge]] = [:]
  /// The edges that are crossed, in the order in which they are met.
  private var order: [Edge] = []

  /// An edge between two neighbors of the grid.
  private struct Edge: Hashable {
    var row: Int
    var column: Int
    var isUpright: Bool
  }

  /// Finds the lines of a level.
  init(of grid: IndexedGrid, at level: Double) {
    self.grid = grid
    self.level = level
    for row in 0..<max(grid.rows - 1, 0) {
      for column in 0..<max(grid.columns - 1, 0) { cross(row, column) }
    }
    join()
  }

  /// Adds the lines of the square whose first corner is given.
  private mutating func cross(_ row: Int, _ column: Int) {
    // Most squares lie on one side of the level.
    let isFirstAbove = grid[row, column] > level
    guard
      (grid[row, column + 1] > level) != isFirstAbove
        || (grid[row + 1, column + 1] > level) != isFirstAbove
        || (grid[row + 1, column] > level) != isFirstAbove
    else { return }
    // Counterclockwise from the first corner, and the edges that follow them.
    let corners = [
      grid[row, column], grid[row, column + 1], grid[row + 1, column + 1], grid[row + 1, column],
    ]
    guard corners.allSatisfy(\.isFinite) else { return }
    let edges = [
      Edge(row: row, column: column, isUpright: false),
      Edge(row: row, column: column + 1, isUpright: true),
      Edge(row: row + 1, column: column, isUpright: false),
      Edge(row: row, column: column, isUpright: true),
    ]
    let isAbove = corners.map { $0 > level }
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }.map { edges[$0] }
    if crossed.count == 2 { link(crossed[0], crossed[1]) }
    guard crossed.count == 4 else { return }
    let mean = corners.reduce(0) { $0 + $1 / 4 }
    if (mean > level) == isFirstAbove {
      link(crossed[0], crossed[1])
      link(crossed[2], crossed[3])
    } else {
      link(crossed[3], crossed[0])
      link(crossed[1], crossed[2])
    }
  }

  private mutating func link(_ first: Edge, _ second: Edge) {
    for (from, to) in [(first, second), (second, first)] {
      if neighbors[from] == nil { order.append(from) }
      neighbors[from, default: []].append(to)
    }
  }

  /// Joins crossings into lines: first those that end at the border, then the closed ones.
  private mutating func join() {
    var visited: Set<Edge> = []
    let ends = order.filter { neighbors[$0]?.count == 1 }
    for start in ends + order where !visited.contains(start) {
      var line = [start]
      visited.insert(start)
      while let last = line.last,
        let next = neighbors[last]?.first(where: { !visited.contains($0) })
      {
        line.append(next)
        visited.insert(next)
      }
      if line.count > 2, let last = line.last, neighbors[last]?.contains(start) == true {
        line.append(start)
      }
      if line.count > 1 { lines.append(line.map(point)) }
    }
  }

  /// Where the level crosses an edge.
  private func point(_ edge: Edge) -> Point {
    let from = grid[edge.row, edge.column]
    let to =
      edge.isUpright ? grid[edge.row + 1, edge.column] : grid[edge.row, edge.column + 1]
    // Halved, so that the distance of the greatest numbers is finite.
    let fraction = (level / 2 - from / 2) / (to / 2 - from / 2)
    return edge.isUpright
      ? Point(Double(edge.column), Double(edge.row) + fraction)
      : Point(Double(edge.column) + fraction, Double(edge.row))
  }
}

/// Values at rows and columns.
struct IndexedGrid {
  let rows: Int
  let columns: Int
  private let values: [Double]

  init(rows: Int, columns: Int, values: [Double]) {
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  subscript(row: Int, column: Int) -> Double { values[row * columns + column] }

  /// The grid with one more row and column on each side, whose values are given.
  func framed(by value: Double) -> IndexedGrid {
    let border = [Double](repeating: value, count: columns + 2)
    var framed = border
    for row in 0..<rows {
      framed.append(value)
      framed += values[row * columns..<(row + 1) * columns]
      framed.append(value)
    }
    return IndexedGrid(rows: rows + 2, columns: columns + 2, values: framed + border)
  }
}

/// Returns the number at a place between the elements of an array.
func interpolated(_ numbers: [Double], at place: Double) -> Double {
  let index = min(max(Int(place), 0), numbers.count - 1)
  let next = min(index + 1, numbers.count - 1)
  let fraction = min(max(place - Double(index), 0), 1)
  return numbers[index] * (1 - fraction) + numbers[next] * fraction
}

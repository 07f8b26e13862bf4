extension Mark {
  /// Adds the values of a mark to the axes that are to show them.
  func add(to x: inout AxisContents, _ y: inout AxisContents) {
    switch geometry {
    case .line(let xs, let ys):
      x.add(xs)
      y.add(ys)
      y.margin = .toTicks
    case .point(let xs, let ys):
      x.add(xs)
      x.margin = .toTicks
      if let ys { y.add(ys) }
      y.margin = .toTicks
    case .bar(let xs, let ys):
      if case .categories = xs { x.add(xs) }
      y.add(ys)
      y.margin = .toTicks
    case .area(let xs, let start, let end):
      x.add(xs)
      y.add((start ?? []) + end)
      y.margin = .toTicks
    case .rule(.x(let value)): x.add([value])
    case .rule(.y(let value)): y.add([value])
    case .rectangle(let xs, let ys):
      x.add([xs.lowerBound, xs.upperBound])
      y.add([ys.lowerBound, ys.upperBound])
    case .text(let place, let height, _):
      x.add([place])
      y.add([height])
    case .arrow(let xs, let ys):
      x.add(xs)
      y.add(ys)
    case .histogram: y.margin = .toTicks
    case .contour(let grid, _):
      x.add(grid.x)
      y.add(grid.y)
    case .region(let grid):
      x.add(grid.x)
      y.add(grid.y)
    case .heatMap(let grid):
      x.add(fieldEdges(grid.x))
      y.add(fieldEdges(grid.y))
    case .network(let layers, _):
      x.add([-0.5, Double(layers.count) - 0.5])
      let units = layers.map { NetworkColumn(units: $0).height }.max() ?? 0
      // Under the units there is room for the names of the layers.
      y.add([-units / 2 - 1, units / 2 + 0.5])
    case .graph, .cube: break
    }
  }

  /// Whether its bars or its area begin at 0, which the axis then shows.
  var beginsAtZero: Bool {
    switch geometry {
    case .bar, .histogram, .area(_, nil, _): true
    case .line, .point, .area, .rule, .rectangle, .text, .arrow, .contour, .heatMap, .region,
      .network, .graph, .cube:
      false
    }
  }

  /// Whether it consists of points on a number line.
  var liesOnNumberLine: Bool {
    if case .point(_, nil) = geometry { true } else { false }
  }

  /// The number of its values that are not finite, and are not drawn.
  var skippedCount: Int {
    switch geometry {
    case .line(let x, let y): skipped([x, y])
    case .point(let x, let y): skipped([x] + (y.map { [$0] } ?? []))
    case .bar(let x, let y): skipped([x, .numbers(y)])
    case .area(let x, let start, let end):
      skipped([.numbers(x), .numbers(end)] + (start.map { [.numbers($0)] } ?? []))
    case .arrow(let x, let y): skipped([.numbers(x), .numbers(y)])
    case .cube(let x, let y, let z, _): skipped([.numbers(x), .numbers(y), .numbers(z)])
    case .histogram(let values, _): skipped([.numbers(values)])
    case .contour(let grid, _), .heatMap(let grid): skipped([.numbers(grid.values)])
    case .text(let x, let y, _): skipped([.numbers([x]), .numbers([y])])
    case .rule(.x(let value)), .rule(.y(let value)): value.isFinite ? 0 : 1
    case .rectangle, .region, .network, .graph: 0
    }
  }

  /// The number of places of which a coordinate is not finite.
  private func skipped(_ coordinates: [Coordinates]) -> Int {
    let numbers = coordinates.compactMap { coordinate -> [Double]? in
      if case .numbers(let numbers) = coordinate { numbers } else { nil }
    }
    let count = numbers.map(\.count).min() ?? 0
    return (0..<count).lazy.filter { index in numbers.contains { !$0[index].isFinite } }.count
  }
}

/// The edges of fields around given middles; the outer ones are as wide as their neighbors.
func fieldEdges(_ middles: [Double]) -> [Double] {
  guard let first = middles.first, let last = middles.last else { return [] }
  guard middles.count > 1 else { return [first - 0.5, first + 0.5] }
  let inner = zip(middles, middles.dropFirst()).map { $0 / 2 + $1 / 2 }
  return [first - (inner[0] - first)] + inner + [last + (last - inner[inner.count - 1])]
}

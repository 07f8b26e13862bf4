/// The units of one layer as they are drawn: all, or the first and the last ones with dots between.
struct NetworkColumn {
  /// The most units that are drawn one by one.
  private static let most = 8
  /// The units that are drawn at either end of a larger layer.
  private static let shownAtEnds = 3

  /// The heights of the units, from the top down, around 0.
  let places: [Double]
  /// Whether dots stand for units in the middle.
  let hasDots: Bool

  init(units: Int) {
    hasDots = units > NetworkColumn.most
    let rows = hasDots ? 2 * NetworkColumn.shownAtEnds + 1 : units
    let all = (0..<rows).map { Double(rows - 1) / 2 - Double($0) }
    places = hasDots ? all.filter { $0 != 0 } : all
  }

  /// The distance from the first to the last unit.
  var height: Double { (places.first ?? 0) - (places.last ?? 0) }
}

extension MarkDrawing {
  mutating func drawNetwork(_ mark: Mark, _ layers: [Int], _ labels: [String]) {
    let columns = layers.map { NetworkColumn(units: $0) }
    let places = columns.enumerated().map { index, column in
      column.places.compactMap { place(Double(index), $0) }
    }
    var lines: [[Point]] = []
    for (left, right) in zip(places, places.dropFirst()) {
      for from in left { lines += right.map { [from, $0] } }
    }
    elements.append(
      .path(Path(lines: lines, stroke: .axis, strokeWidth: 0.75, opacity: 0.6))
    )
    for column in places { drawUnits(column, mark) }
    for (index, column) in columns.enumerated() where column.hasDots {
      drawDots(index)
    }
    labelLayers(labels, units: layers)
  }

  /// The number of pixels from the middle of a unit to its edge.
  private static let unitRadius = 9.0

  private mutating func drawUnits(_ points: [Point], _ mark: Mark) {
    let isLarge = canvas.medium == .page
    let radius = isLarge ? min(MarkDrawing.unitRadius, y.unit * 0.4) : 0.5
    let shown = points.filter(area.contains)
    for (symbol, paint) in [(ChartSymbol.circle, Paint.paper), (.ring, self.paint(mark))] {
      elements.append(
        .symbols(SymbolGroup(symbol: symbol, points: shown, radius: radius, paint: paint))
      )
    }
  }

  private mutating func drawDots(_ layer: Int) {
    let heights = canvas.medium == .page ? [-0.25, 0, 0.25] : [0]
    let dots = heights.compactMap { place(Double(layer), $0) }
    elements.append(
      .symbols(
        SymbolGroup(
          symbol: .circle,
          points: dots,
          radius: canvas.symbolRadius(area: 9),
          paint: .ink
        )
      )
    )
  }

  private mutating func labelLayers(_ labels: [String], units: [Int]) {
    let breadth = x.unit - canvas.gap
    for index in units.indices {
      let name = labels.indices.contains(index) ? labels[index] : "\(units[index])"
      guard let point = place(Double(index), y.lower) else { continue }
      let words = canvas.fitted(name, to: breadth)
      let width = canvas.width(words)
      let box = Rect(
        canvas.snapped(point.x - width / 2),
        area.bottom - canvas.lineHeight(),
        width: width,
        height: canvas.lineHeight()
      )
      guard area.contains(box), placer.take(box) else { continue }
      annotations.append(
        .label(Label(text: words, box: box, alignment: .center, role: .annotation))
      )
    }
  }
}

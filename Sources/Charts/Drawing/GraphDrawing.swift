/// Draws a graph in ranks: from left to right where that fits, otherwise from the top down.
struct GraphDrawing {
  private(set) var elements: [Element] = []
  /// The bottom of what is drawn.
  private(set) var bottom: Double

  private let layering: GraphLayering
  private let canvas: Canvas
  private let area: Rect
  private let paint: Paint
  private var boxes: [Rect]

  /// Draws a graph.
  ///
  /// - Parameters:
  ///   - edges: The arrows.
  ///   - area: Where it lies; it may need more height.
  ///   - canvas: The canvas.
  ///   - paint: The color of the boxes.
  /// - Throws: A `ChartError` for a graph with a cycle, or with too many arrows.
  init(_ edges: [GraphEdge], area: Rect, canvas: Canvas, paint: Paint) throws(ChartError) {
    layering = try GraphLayering(edges)
    self.canvas = canvas
    self.area = area
    self.paint = paint
    boxes = []
    bottom = area.y
    let sizes = layering.nodes.map { $0.text.map { canvas.width($0) + 2 * canvas.gap } ?? 0 }
    boxes = levelBoxes(sizes) ?? uprightBoxes(sizes)
    bottom = boxes.map(\.bottom).max() ?? area.y
    drawArrows()
    drawBoxes()
  }

  private var boxHeight: Double {
    canvas.lineHeight() + (canvas.medium == .terminal ? 2 : 2 * canvas.gap)
  }

  /// The least distance between ranks, in which an arrow and its words have room.
  private func distance(after rank: Int) -> Double {
    let labels = layering.routes.filter { layering.nodes[$0.nodes[0]].rank == rank }
      .map { canvas.width($0.label) }
    return (labels.max() ?? 0) + 4 * canvas.gap
  }

  /// The boxes with ranks from left to right; nil where that is too wide.
  private func levelBoxes(_ widths: [Double]) -> [Rect]? {
    let columns = layering.ranks.map { rank in rank.map { widths[$0] }.max() ?? 0 }
    let distances = layering.ranks.indices.dropLast().map { distance(after: $0) }
    let needed = columns.reduce(0, +) + distances.reduce(0, +)
    guard needed <= area.width else { return nil }
    // What is left widens the arrows, up to twice, and then the edges.
    let spare = min((area.width - needed) / Double(max(distances.count, 1)), 4 * canvas.gap)
    let rowCount = layering.ranks.map(\.count).max() ?? 1
    let rowHeight = max(
      boxHeight + 2 * canvas.gap / canvas.unitAspect,
      min(area.height / Double(max(rowCount, 1)), 2 * boxHeight)
    )
    let height = rowHeight * Double(rowCount)
    var left = area.x + (area.width - needed - spare * Double(distances.count)) / 2
    var result = [Rect](repeating: Rect(0, 0, width: 0, height: 0), count: widths.count)
    for (rank, nodes) in layering.ranks.enumerated() {
      for (row, node) in nodes.enumerated() {
        let middle = area.y + height / 2 + (Double(row) - Double(nodes.count - 1) / 2) * rowHeight
        result[node] = box(node, around: Point(left + columns[rank] / 2, middle), widths[node])
      }
      left += columns[rank] + (rank < distances.count ? distances[rank] + spare : 0)
    }
    return result
  }

  /// The boxes with ranks from the top down, their words cut where a rank is too wide.
  private func uprightBoxes(_ widths: [Double]) -> [Rect] {
    var result = [Rect](repeating: Rect(0, 0, width: 0, height: 0), count: widths.count)
    var top = area.y
    for nodes in layering.ranks {
      let room = area.width - Double(nodes.count - 1) * canvas.gap
      let share = max(room / Double(max(nodes.count, 1)), 1)
      let total = nodes.reduce(0) { $0 + min(widths[$1], share) }
      let gap = max((area.width - total) / Double(nodes.count + 1), 0)
      var left = area.x + gap
      for node in nodes {
        let width = min(widths[node], share)
        result[node] = box(node, around: Point(left + width / 2, top + boxHeight / 2), width)
        left += width + gap
      }
      top += boxHeight + (canvas.medium == .terminal ? 3 : 5) * canvas.gap
    }
    return result
  }

  private func box(_ node: Int, around middle: Point, _ width: Double) -> Rect {
    let height = layering.nodes[node].text == nil ? 0 : boxHeight
    return Rect(
      canvas.snapped(middle.x - width / 2),
      canvas.snapped(middle.y - height / 2),
      width: width,
      height: height
    )
  }

  // MARK: - Elements

  private mutating func drawBoxes() {
    for (node, box) in zip(layering.nodes, boxes) {
      guard let text = node.text else { continue }
      // In a terminal the border runs through the middle of the outer cells.
      let border =
        canvas.medium == .terminal ? box.grown(by: -0.5).corners : box.corners
      elements.append(
        .path(Path(lines: [border], stroke: paint, strokeWidth: 1.5, fill: .paper, isSharp: true))
      )
      let words = canvas.fitted(text, to: box.width - canvas.gap)
      let width = canvas.width(words)
      elements.append(
        .label(
          Label(
            text: words,
            box: Rect(
              canvas.snapped(box.middle.x - width / 2),
              canvas.snapped(box.middle.y - canvas.lineHeight() / 2),
              width: width,
              height: canvas.lineHeight()
            ),
            alignment: .center,
            role: .legend
          )
        )
      )
    }
  }

  private mutating func drawArrows() {
    var placer = LabelPlacer(area: area.union(boxes), canvas: canvas)
    for box in boxes where box.height > 0 { _ = placer.take(box) }
    var labels: [Element] = []
    for route in layering.routes {
      let line = way(route)
      elements.append(.path(Path(lines: [line], stroke: .axis, strokeWidth: 1.5)))
      let head = arrowhead(of: line, canvas: canvas)
      elements.append(.path(Path(lines: [head], fill: .axis, isArrowhead: true)))
      guard !route.label.isEmpty, line.count > 1 else { continue }
      let middle = Point((line[0].x + line[1].x) / 2, (line[0].y + line[1].y) / 2)
      // Beside an arrow that goes down, over one that goes to the right.
      let dy = (line[1].y - line[0].y) * canvas.unitAspect
      let isSteep = dy.magnitude > (line[1].x - line[0].x).magnitude
      labels += placer.place(
        route.label,
        at: middle,
        distance: isSteep ? canvas.gap : canvas.gap / 2,
        first: isSteep ? .right : .above
      )
    }
    elements += labels
  }

  /// The points of an arrow, from the edge of one box to the edge of the other.
  private func way(_ route: GraphLayering.Route) -> [Point] {
    let middles = route.nodes.map { boxes[$0].middle }
    guard let first = route.nodes.first, let last = route.nodes.last, middles.count > 1 else {
      return middles
    }
    // In a terminal, an arrow ends in the cell before the border.
    let distance = canvas.medium == .terminal ? 0.5 : 0
    let start = boxes[first].grown(by: distance).edge(towards: middles[1])
    let end = boxes[last].grown(by: distance).edge(towards: middles[middles.count - 2])
    return [start] + middles.dropFirst().dropLast() + [end]
  }
}

extension Rect {
  /// The place on its edge at which the way from its middle to a point leaves it.
  fileprivate func edge(towards point: Point) -> Point {
    let dx = point.x - middle.x
    let dy = point.y - middle.y
    let across = dx == 0 ? .infinity : (width / 2) / dx.magnitude
    let along = dy == 0 ? .infinity : (height / 2) / dy.magnitude
    let part = min(across, along, 1)
    return Point(middle.x + dx * part, middle.y + dy * part)
  }

  /// The least rectangle that holds it and others.
  fileprivate func union(_ others: [Rect]) -> Rect {
    others.reduce(self) { whole, other in
      Rect(
        Point(min(whole.x, other.x), min(whole.y, other.y)),
        Point(max(whole.right, other.right), max(whole.bottom, other.bottom))
      )
    }
  }
}

extension MarkDrawing {
  mutating func drawLine(_ mark: Mark, _ xs: [Double], _ ys: [Double]) {
    let stretches = stretches(xs, ys)
    var lines: [[Point]] = []
    for stretch in stretches where stretch.count > 1 {
      let shown = thinned(stretch, dotWidth: canvas.dotWidth)
      lines += area.clipped(line: shown).map(withoutStraightSteps)
    }
    let style = series.lineStyle(of: mark)
    elements.append(
      .path(
        Path(
          lines: lines,
          stroke: paint(mark),
          style: style,
          opacity: mark.style.opacity ?? 1
        )
      )
    )
    // One point alone is no line, but it is a value: it shows as a dot.
    let single = stretches.filter { $0.count == 1 }.map { $0[0] }
    let marked = mark.style.symbol == nil ? single : stretches.flatMap { $0 }
    drawSymbols(mark, marked, as: mark.style.symbol ?? .circle)
    if let end = stretches.last?.last, area.contains(end) {
      if let name = mark.style.series {
        lineEnds.append(LineEnd(name: name, point: end, paint: paint(mark)))
      }
      annotate(mark, at: end)
    }
  }

  mutating func drawArea(_ mark: Mark, _ xs: [Double], _ start: [Double]?, _ end: [Double]) {
    let lower = start ?? [Double](repeating: data.baseline, count: end.count)
    var outline: [(lower: Point, upper: Point)] = []
    var areas: [[Point]] = []
    func close() {
      let upper = thinned(outline.map(\.upper), dotWidth: canvas.dotWidth)
      let base = thinned(outline.map(\.lower), dotWidth: canvas.dotWidth)
      let shown = area.clipped(area: withoutStraightSteps(upper + base.reversed()))
      if shown.count > 2 { areas.append(shown) }
      outline = []
    }
    for index in xs.indices {
      if let from = place(xs[index], lower[index]), let to = place(xs[index], end[index]) {
        outline.append((from, to))
      } else {
        close()
      }
    }
    let last = outline.last?.upper
    close()
    elements.append(
      .path(Path(lines: areas, fill: paint(mark), opacity: mark.style.opacity ?? 0.3))
    )
    annotate(mark, at: last)
  }

  mutating func drawArrow(_ mark: Mark, _ xs: [Double], _ ys: [Double]) {
    let stretches = stretches(xs, ys)
    let lines = stretches.flatMap { stretch in
      area.clipped(
        line: distinct(stretch, dotWidth: canvas.dotWidth, dotHeight: canvas.dotHeight)
      )
    }
    let opacity = mark.style.opacity ?? 1
    let stroke = Path(
      lines: lines.map(withoutStraightSteps),
      stroke: paint(mark),
      style: series.lineStyle(of: mark),
      opacity: opacity
    )
    elements.append(.path(stroke))
    if let line = lines.last, let end = line.last {
      let head = arrowhead(of: line, canvas: canvas)
      elements.append(
        .path(Path(lines: [head], fill: paint(mark), opacity: opacity, isArrowhead: true))
      )
      annotate(mark, at: end)
    }
    if mark.style.symbol != nil {
      drawSymbols(mark, stretches.flatMap { $0 }, as: series.symbol(of: mark))
    }
  }

  mutating func drawRule(_ mark: Mark, _ value: AxisValue) {
    let ends: (Point, Point)
    let words: Point
    switch value {
    case .x(let value):
      guard let place = x.position(value), place >= area.x, place <= area.right else { return }
      ends = (Point(place, area.y), Point(place, area.bottom))
      words = ends.0
    case .y(let value):
      guard let place = y.position(value), place >= area.y, place <= area.bottom else { return }
      ends = (Point(area.x, place), Point(area.right, place))
      words = ends.1
    }
    let color = mark.style.color == nil && mark.style.series == nil ? .ink : paint(mark)
    elements.append(
      .path(
        Path(
          lines: [[ends.0, ends.1]],
          stroke: color,
          strokeWidth: 1.5,
          style: series.lineStyle(of: mark),
          opacity: mark.style.opacity ?? 1
        )
      )
    )
    annotate(mark, at: words, first: words == ends.0 ? .right : .aboveLeft)
  }

  mutating func drawText(_ mark: Mark, _ text: String, _ horizontal: Double, _ vertical: Double) {
    guard let point = place(horizontal, vertical) else { return }
    wish(text, at: point, first: .center)
  }
}

/// The triangle at the end of a line, which points along its last stretch.
func arrowhead(of line: [Point], canvas: Canvas) -> [Point] {
  guard let end = line.last else { return [] }
  let size = canvas.medium == .terminal ? 1.0 : 8.0
  let before = line.last { cHypot($0.x - end.x, $0.y - end.y) > size / 2 } ?? line[0]
  // In the same measure along and across, so that the head is straight on cells as well.
  let dx = end.x - before.x
  let dy = (end.y - before.y) * canvas.unitAspect
  let length = max(cHypot(dx, dy), 1e-9)
  let (ux, uy) = (dx / length * size, dy / length * size)
  let across = 0.45
  return [
    end, Point(end.x - ux - uy * across, end.y + (-uy + ux * across) / canvas.unitAspect),
    Point(end.x - ux + uy * across, end.y + (-uy - ux * across) / canvas.unitAspect),
  ]
}

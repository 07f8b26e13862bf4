extension MarkDrawing {
  /// The part of the distance between neighbors that bars fill.
  private static let filledPart = 0.8

  mutating func drawBars(_ mark: Mark, _ xs: [Double], _ ys: [Double]) {
    let count = Double(max(data.barSeries.count, 1))
    let number = Double(data.barSeries.firstIndex(of: mark.style.series) ?? 0)
    let whole = (x.names.isEmpty ? data.barDistance : 1) * MarkDrawing.filledPart
    let width = whole / count
    var bars: [[Point]] = []
    var last: Point?
    for (middle, height) in zip(xs, ys) where height.isFinite {
      let left = middle - whole / 2 + width * number
      guard let first = place(left, data.baseline), let second = place(left + width, height) else {
        continue
      }
      let bar = area.clipped(area: Rect(first, second).corners)
      last = Point((first.x + second.x) / 2, second.y)
      if bar.count > 2 { bars.append(bar) }
    }
    appendBars(bars, mark)
    annotate(mark, at: last, first: .above)
  }

  mutating func drawHistogram(_ mark: Mark, _ values: [Double]) {
    guard let bins = data.bins else { return }
    var bars: [[Point]] = []
    for (index, count) in bins.counts(values).enumerated() where count > 0 {
      guard let first = place(bins.edges[index], data.baseline),
        let second = place(bins.edges[index + 1], Double(count))
      else { continue }
      let bar = area.clipped(area: Rect(first, second).corners)
      if bar.count > 2 { bars.append(bar) }
    }
    appendBars(bars, mark)
    let highest = bars.min { $0[0].y < $1[0].y }
    annotate(mark, at: highest?.first, first: .right)
  }

  private mutating func appendBars(_ bars: [[Point]], _ mark: Mark) {
    let isOneOfMany =
      data.chart.marks.lazy.filter {
        if case .histogram = $0.geometry { true } else { false }
      }.count > 1
    elements.append(
      .path(
        Path(
          lines: bars,
          stroke: .paper,
          strokeWidth: 1,
          fill: paint(mark),
          opacity: mark.style.opacity ?? (isOneOfMany ? 0.6 : 1)
        )
      )
    )
  }

  mutating func drawRectangle(_ mark: Mark, _ xs: ClosedRange<Double>, _ ys: ClosedRange<Double>) {
    guard let first = place(xs.lowerBound, ys.lowerBound),
      let second = place(xs.upperBound, ys.upperBound)
    else { return }
    let corners = area.clipped(area: Rect(first, second).corners)
    guard corners.count > 2 else { return }
    elements.append(
      .path(Path(lines: [corners], fill: paint(mark), opacity: mark.style.opacity ?? 0.15))
    )
    elements.append(
      .path(
        Path(
          lines: area.clipped(line: Rect(first, second).corners + [Rect(first, second).corners[0]]),
          stroke: paint(mark),
          strokeWidth: 1.5,
          style: series.lineStyle(of: mark)
        )
      )
    )
    let box = Rect(first, second)
    annotate(mark, at: Point(max(box.x, area.x), max(box.y, area.y)), first: .belowRight)
  }
}

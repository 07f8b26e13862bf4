extension MarkDrawing {
  mutating func drawContours(_ mark: Mark, _ grid: SampledGrid, _ levels: [Double]) {
    let indexed = IndexedGrid(rows: grid.y.count, columns: grid.x.count, values: grid.values)
    let hasOwnColor = mark.style.color != nil || mark.style.series != nil
    for level in levels.isEmpty ? roundLevels(grid) : levels where level.isFinite {
      let lines = IsoLines(of: indexed, at: level).lines.flatMap { line in
        let points = line.compactMap { point in
          place(interpolated(grid.x, at: point.x), interpolated(grid.y, at: point.y))
        }
        return area.clipped(line: points).map(withoutStraightSteps)
      }
      contourLines.insert(elements.count)
      elements.append(
        .path(
          Path(
            lines: lines,
            stroke: hasOwnColor ? paint(mark) : .axis,
            strokeWidth: 1,
            style: series.lineStyle(of: mark),
            opacity: mark.style.opacity ?? 1
          )
        )
      )
      if let line = lines.max(by: { $0.count < $1.count }), line.count > 2 {
        contourNames.append(ContourName(words: level.shortText, line: line))
      }
    }
  }

  /// Writes the levels on their lines, each where there is room on it.
  mutating func nameContours() {
    // Other contours may run under a level; what else is drawn may not.
    let others = elements.indices.filter { !contourLines.contains($0) }.map { elements[$0] }
    let obstacles = Obstacles(others, canvas: canvas)
    for name in contourNames { place(name, clearOf: obstacles) }
    contourNames = []
  }

  private mutating func place(_ name: ContourName, clearOf obstacles: Obstacles) {
    let (words, line) = (name.words, name.line)
    let width = canvas.width(words, .small)
    let height = canvas.lineHeight(.small)
    for part in [0.25, 0.5, 0.75, 0.1, 0.9, 0.4, 0.6, 0] {
      let middle = line[min(Int(Double(line.count) * part), line.count - 1)]
      let box = Rect(
        canvas.snapped(middle.x - width / 2),
        canvas.snapped(middle.y - height / 2),
        width: width,
        height: height
      )
      if obstacles.areClear(of: box), placer.take(box) {
        annotations.append(
          .label(
            Label(
              text: words,
              box: box,
              alignment: .center,
              role: .annotation,
              size: .small,
              paint: .axis
            )
          )
        )
        return
      }
    }
  }

  /// About eight round values between the least and the greatest.
  private func roundLevels(_ grid: SampledGrid) -> [Double] {
    guard let range = grid.range, range.lowerBound < range.upperBound else { return [] }
    return LinearStep(over: range.lowerBound, range.upperBound, count: 8)
      .multiples(from: range.lowerBound, to: range.upperBound, limit: 20).map(\.value)
  }

  // MARK: - Heat maps

  mutating func drawHeatMap(_ mark: Mark, _ grid: SampledGrid) {
    guard let range = series.shades else { return }
    let columns = fieldEdges(grid.x).map { x.position($0) }
    let rows = fieldEdges(grid.y).map { y.position($0) }
    for row in grid.y.indices {
      var start = 0
      while start < grid.x.count {
        // Neighbors of one shade are one field.
        let shade = shade(grid[row, start], in: range)
        var end = start + 1
        while end < grid.x.count, self.shade(grid[row, end], in: range) == shade { end += 1 }
        defer { start = end }
        guard let shade, let left = columns[start], let right = columns[end],
          let lower = rows[row], let upper = rows[row + 1]
        else { continue }
        let field = area.clipped(area: Rect(Point(left, lower), Point(right, upper)).corners)
        guard field.count > 2 else { continue }
        elements.append(
          .path(
            Path(
              lines: [field],
              fill: .shade(shade),
              opacity: mark.style.opacity ?? 1,
              isSharp: true
            )
          )
        )
      }
    }
  }

  /// The number of shades that are told apart.
  static let shadeCount = 64.0

  private func shade(_ value: Double, in range: ClosedRange<Double>) -> Double? {
    guard value.isFinite else { return nil }
    let (low, high) = (range.lowerBound, range.upperBound)
    guard low < high else { return 0.5 }
    let fraction = (value / 2 - low / 2) / (high / 2 - low / 2)
    return (fraction * MarkDrawing.shadeCount).rounded() / MarkDrawing.shadeCount
  }

  // MARK: - Decision regions

  mutating func drawRegions(_ mark: Mark, _ grid: ClassGrid) {
    for index in grid.scores.indices {
      let lines = outline(of: index, grid).map { line in
        area.clipped(area: withoutStraightSteps(line))
      }
      elements.append(
        .path(
          Path(
            lines: lines.filter { $0.count > 2 },
            stroke: .paper,
            strokeWidth: 1,
            fill: .palette(series.color(of: grid.names[index])),
            opacity: mark.style.opacity ?? 0.3
          )
        )
      )
    }
  }

  /// The closed lines around where a class is the likeliest.
  private func outline(of index: Int, _ grid: ClassGrid) -> [[Point]] {
    let own = grid.scores[index]
    var best = [Double](repeating: -.infinity, count: own.count)
    for (other, scores) in grid.scores.enumerated() where other != index {
      for place in best.indices { best[place] = max(best[place], scores[place]) }
    }
    let lead = zip(own, best).map { own, best in
      // Against no other class, or beside infinite scores, the sign alone matters.
      let difference = own - best
      return difference.isFinite ? difference : own > best ? 1 : -1
    }
    // Framed by a loss, so that each line closes along the border.
    let framed = IndexedGrid(rows: grid.y.count, columns: grid.x.count, values: lead)
      .framed(by: -1)
    return IsoLines(of: framed, at: 0).lines.map { line in
      line.compactMap { point in
        place(
          interpolated(grid.x, at: point.x - 1),
          interpolated(grid.y, at: point.y - 1)
        )
      }
    }
  }
}

extension MarkDrawing {
  /// The area of a symbol in square pixels.
  private static let symbolSize = 36.0

  mutating func drawPoints(_ mark: Mark, _ xs: [Double], _ ys: [Double]) {
    let points = stretches(xs, ys).flatMap { $0 }
    drawSymbols(mark, points, as: series.symbol(of: mark))
    annotate(mark, at: points.last { area.contains($0) }, first: .right)
  }

  /// Draws a symbol at each point of the plot's area, one where several cannot be told apart.
  mutating func drawSymbols(_ mark: Mark, _ points: [Point], as symbol: ChartSymbol) {
    let shown = distinct(
      points.filter(area.contains),
      dotWidth: canvas.dotWidth * 2,
      dotHeight: canvas.dotHeight * 2
    )
    guard !shown.isEmpty else { return }
    elements.append(
      .symbols(
        SymbolGroup(
          symbol: symbol,
          points: shown,
          radius: canvas.symbolRadius(area: mark.style.symbolSize ?? MarkDrawing.symbolSize),
          paint: paint(mark),
          opacity: mark.style.opacity ?? 1
        )
      )
    )
  }
}

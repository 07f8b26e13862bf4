/// What can be shown as a picture: a `Chart`, or a `ChartGrid`.
public protocol Figure: Sendable {
  /// The title; empty for none.
  var title: String { get }

  /// The charts in it, row by row.
  var charts: [Chart] { get }

  /// Decides where everything lies.
  ///
  /// - Parameter canvas: What to lay it out on.
  /// - Returns: The layout, which a writer writes.
  /// - Throws: A `ChartError` for what cannot be drawn.
  func layout(in canvas: Canvas) throws(ChartError) -> FigureLayout
}

extension Chart: Figure {
  /// The chart itself.
  public var charts: [Chart] { [self] }

  /// Decides where everything lies.
  ///
  /// - Parameter canvas: What to lay it out on.
  /// - Returns: The layout, which a writer writes.
  /// - Throws: A `ChartError` for what cannot be drawn.
  public func layout(in canvas: Canvas) throws(ChartError) -> FigureLayout {
    let height = aspect == .equal ? FigureSize.equalHeight : FigureSize.chartHeight
    var size = try canvas.size(of: self.size, height: height)
    let frame = Rect(0, 0, width: size.width, height: size.height).grown(by: -canvas.margin)
    let series = SeriesTable([self], variesLines: !canLabelLinesDirectly)
    let panel = try ChartLayout(
      self,
      in: frame,
      canvas: canvas,
      series: series,
      naming: .ownNames
    )
    // Without a size of its own, a figure on a page is no larger than what it shows.
    let isFitted = self.size == FigureSize() && canvas.medium == .page
    if isFitted, aspect == .equal {
      size.width = min(size.width, panel.elements.rightEdge + canvas.margin).rounded(.up)
    }
    let hasOwnHeight = !isFitted || !marks.contains(where: \.isGraph)
    return try FigureLayout(
      canvas: canvas,
      width: size.width,
      bottom: max(panel.bottom, hasOwnHeight && canvas.medium == .page ? frame.bottom : 0),
      title: title,
      summary: summary.isEmpty ? outline : summary,
      elements: panel.elements
    )
  }
}

extension ChartGrid: Figure {
  /// The most charts of a grid.
  private static let mostCharts = 36

  /// The narrowest that a chart of a grid may be in a terminal.
  private static let leastColumns = 34.0

  /// Decides where everything lies.
  ///
  /// - Parameter canvas: What to lay it out on.
  /// - Returns: The layout, which a writer writes.
  /// - Throws: A `ChartError` for what cannot be drawn.
  public func layout(in canvas: Canvas) throws(ChartError) -> FigureLayout {
    guard charts.count <= ChartGrid.mostCharts else {
      throw .tooMuch(what: "charts", count: charts.count, limit: ChartGrid.mostCharts)
    }
    guard (1...ChartGrid.mostCharts).contains(columns) else {
      throw .argumentOutOfRange(
        mark: "ChartGrid",
        name: "columns",
        value: Double(columns),
        lower: 1,
        upper: Double(ChartGrid.mostCharts)
      )
    }
    let gap = canvas.medium == .terminal ? 2.0 : 24.0
    var count = max(min(columns, charts.count), 1)
    var size = try canvas.size(of: self.size, height: FigureSize.chartHeight)
    if canvas.medium == .terminal {
      let most = Int((size.width + gap) / (ChartGrid.leastColumns + gap))
      count = max(min(count, most), 1)
    }
    let frame = Rect(0, 0, width: size.width, height: size.height).grown(by: -canvas.margin)
    let width = ((frame.width - gap * Double(count - 1)) / Double(count)).rounded(.down)
    let rows = Double((charts.count + count - 1) / count)
    if self.size.height == nil {
      let gaps = 2 * canvas.margin + gap * (rows - 1)
      size.height = rows * width * FigureSize.gridAspect + gaps
    }
    let height =
      canvas.medium == .terminal
      ? min(max((width * FigureSize.gridAspect / 2).rounded(), 8), 22)
      : max((size.height - 2 * canvas.margin - gap * (rows - 1)) / max(rows, 1), 40)

    let series = SeriesTable(charts, variesLines: true)
    var elements: [Element] = []
    var top = addHeading(series, in: frame, canvas: canvas, to: &elements)
    for start in stride(from: 0, to: charts.count, by: count) {
      var bottom = top
      let row = Array(charts[start..<min(start + count, charts.count)])
      for (column, chart) in row.enumerated() {
        let left = frame.x + Double(column) * (width + gap)
        let panel = try ChartLayout(
          chart,
          in: Rect(left, top, width: width, height: heightOf(chart, width, height, canvas)),
          canvas: canvas,
          series: series,
          naming: .sharedLegend,
          beside: row
        )
        elements += panel.elements
        bottom = max(bottom, panel.bottom)
      }
      top = bottom + (canvas.medium == .terminal ? 1 : gap / 2)
    }
    return try FigureLayout(
      canvas: canvas,
      width: size.width,
      bottom: elements.isEmpty ? frame.y : top - (canvas.medium == .terminal ? 1 : gap / 2),
      title: title,
      summary: summary.isEmpty ? charts.map(\.outline).joined(separator: " ") : summary,
      elements: elements
    )
  }

  /// The height of one chart, by its own measures where it has some.
  private func heightOf(
    _ chart: Chart,
    _ width: Double,
    _ height: Double,
    _ canvas: Canvas
  ) throws(ChartError) -> Double {
    guard chart.size.height != nil else { return height }
    return try canvas.size(of: chart.size, height: FigureSize.chartHeight, width: width).height
  }

  /// The title and the legend.
  private func addHeading(
    _ series: SeriesTable,
    in frame: Rect,
    canvas: Canvas,
    to elements: inout [Element]
  ) -> Double {
    let gap = canvas.medium == .terminal ? 0 : canvas.gap
    var top = frame.y
    if !title.isEmpty {
      let label = canvas.titleLabel(title, .title, in: frame)
      elements.append(.label(label))
      top = label.box.bottom + gap
    }
    guard charts.contains(where: { $0.legend == .automatic }) else { return top }
    let legend = LegendLayout(
      series.entries,
      shades: series.shades,
      in: frame.inset(top: top - frame.y),
      canvas: canvas
    )
    elements += legend.elements
    return legend.elements.isEmpty ? top : legend.bottom + gap
  }
}

extension FigureSize {
  /// The width of a figure in pixels unless its author says otherwise.
  static let defaultWidth = 640.0
  /// The height of one chart in pixels.
  static let chartHeight = 360.0
  /// The height of a chart whose axes have the same measure.
  static let equalHeight = 420.0
  /// The height of a chart in a grid by its width.
  static let gridAspect = 0.85
}

extension Canvas {
  /// The rows of a figure in a terminal.
  private static let rows = 6.0...26.0

  /// The size of a figure.
  ///
  /// - Parameters:
  ///   - wanted: What its author says.
  ///   - height: The height on a page unless said otherwise.
  ///   - width: The width that it has in any case; nil for its own.
  /// - Returns: The size in units of the canvas.
  /// - Throws: A `ChartError` for a size that is not drawn.
  fileprivate func size(
    of wanted: FigureSize,
    height: Double,
    width: Double? = nil
  ) throws(ChartError) -> (width: Double, height: Double) {
    for (name, value) in [("width", wanted.width), ("height", wanted.height)] {
      guard let value else { continue }
      guard FigureSize.allowed.contains(value) else {
        throw .sizeOutOfRange(
          name: name,
          value: value,
          lower: FigureSize.allowed.lowerBound,
          upper: FigureSize.allowed.upperBound
        )
      }
    }
    let own = (
      width: wanted.width ?? FigureSize.defaultWidth, height: wanted.height ?? height
    )
    switch medium {
    case .page: return (width ?? own.width, own.height)
    case .terminal:
      let columns = width ?? self.width ?? 80
      let rows = (columns * own.height / own.width / unitAspect).rounded()
      return (columns, min(max(rows, Canvas.rows.lowerBound), Canvas.rows.upperBound))
    }
  }
}

extension FigureLayout {
  /// The most points of a figure.
  private static let mostPoints = 200_000

  /// Creates the layout of a figure that ends at a place.
  fileprivate init(
    canvas: Canvas,
    width: Double,
    bottom: Double,
    title: String,
    summary: String,
    elements: [Element]
  ) throws(ChartError) {
    self.init(
      canvas: canvas,
      width: width,
      height: (bottom + canvas.margin).rounded(.up),
      title: title,
      summary: summary,
      elements: elements
    )
    guard pointCount <= FigureLayout.mostPoints else {
      throw .tooMuch(
        what: "points that can be told apart",
        count: pointCount,
        limit: FigureLayout.mostPoints
      )
    }
  }
}

extension [Element] {
  /// Where the rightmost of them ends.
  fileprivate var rightEdge: Double {
    lazy.map { element in
      switch element {
      case .path(let path): path.lines.flatMap { $0 }.map(\.x).max() ?? 0
      case .symbols(let group): (group.points.map(\.x).max() ?? 0) + group.radius
      case .label(let label): label.box.right
      }
    }.max() ?? 0
  }
}

/// Lays out one chart in its part of a figure.
struct ChartLayout {
  private(set) var elements: [Element] = []
  /// The bottom of what is laid out.
  private(set) var bottom: Double

  private let chart: Chart
  private let canvas: Canvas
  private let frame: Rect
  private let series: SeriesTable
  private let neighbors: [Chart]
  /// Whether names of series stand beside the ends of their lines.
  private var hasDirectLabels = false

  /// Whether the names of the series are written in this chart, or once for the whole figure.
  enum Naming {
    case ownNames
    case sharedLegend
  }

  /// The least height of a plot's area.
  private var leastHeight: Double { canvas.medium == .terminal ? 2 : 24 }

  /// Lays out a chart.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - frame: Its part of the canvas; it may need more height.
  ///   - canvas: The canvas.
  ///   - series: The series of the whole figure.
  ///   - naming: Where their names are written.
  ///   - neighbors: The charts in the same row, whose plots are to lie at the same height.
  /// - Throws: A `ChartError` for what cannot be drawn.
  init(
    _ chart: Chart,
    in frame: Rect,
    canvas: Canvas,
    series: SeriesTable,
    naming: Naming,
    beside neighbors: [Chart] = []
  ) throws(ChartError) {
    self.neighbors = neighbors
    self.chart = chart
    self.canvas = canvas
    self.frame = frame
    self.series = series
    bottom = frame.y
    addTitle(chart.title, isFigureTitle: naming == .ownNames)
    if chart.title.isEmpty, neighbors.contains(where: { !$0.title.isEmpty }) {
      bottom += canvas.lineHeight() + (canvas.medium == .terminal ? 0 : canvas.gap)
    }
    if let graph = chart.marks.first(where: \.isGraph) {
      try addGraph(graph)
      return
    }
    if chart.marks.count > 1, let cube = chart.marks.first(where: \.isCube) {
      throw .mixedDiagram(mark: cube.name)
    }
    let data = try PlotData(chart)
    if naming == .ownNames {
      hasDirectLabels = chart.canLabelLinesDirectly
      if !hasDirectLabels { addLegend(chart) }
    }
    try addPlot(data)
  }

  // MARK: - Above the plot

  private mutating func addTitle(_ title: String, isFigureTitle: Bool) {
    guard !title.isEmpty else { return }
    let size: Canvas.TextSize = isFigureTitle ? .title : .body
    let label = canvas.titleLabel(title, size, in: frame)
    elements.append(.label(label))
    bottom = label.box.bottom + (canvas.medium == .terminal ? 0 : canvas.gap)
  }

  private mutating func addLegend(_ chart: Chart) {
    guard chart.legend == .automatic else { return }
    let legend = LegendLayout(
      series.entries,
      shades: series.shades,
      in: frame.inset(top: bottom - frame.y),
      canvas: canvas
    )
    guard !legend.elements.isEmpty else { return }
    elements += legend.elements
    bottom = legend.bottom + (canvas.medium == .terminal ? 0 : canvas.gap)
  }

  private mutating func addGraph(_ graph: Mark) throws(ChartError) {
    try graph.validate(index: 1)
    guard chart.marks.count == 1 else { throw .mixedDiagram(mark: graph.name) }
    guard case .graph(let edges) = graph.geometry else { return }
    let drawing = try GraphDrawing(
      edges,
      area: frame.inset(top: bottom - frame.y),
      canvas: canvas,
      paint: .palette(series.color(of: graph))
    )
    elements += drawing.elements
    bottom = drawing.bottom
  }

  // MARK: - The plot

  private mutating func addPlot(_ data: PlotData) throws(ChartError) {
    let isDiagram = chart.marks.contains(where: \.isDiagram)
    let hasX = chart.x.visibility == .automatic && !isDiagram
    let hasY = chart.y.visibility == .automatic && !isDiagram && data.hasVerticalValues
    let needsLabel = neighbors.contains { !$0.y.label.isEmpty }
    if needsLabel || hasY && !chart.y.label.isEmpty { addVerticalLabel(isShown: hasY) }
    // The number at the upper end of the axis reaches above the plot.
    let above = hasY && canvas.medium == .page ? canvas.lineHeight(.small) / 2 : 0
    var below = hasX ? AxisLayout.horizontalHeight(chart.x, canvas: canvas) : 0
    if hasX {
      for neighbor in neighbors where neighbor.x.visibility == .automatic {
        below = max(below, AxisLayout.horizontalHeight(neighbor.x, canvas: canvas))
      }
    }
    let top = bottom + above
    let height = max(frame.bottom - top - below, leastHeight)
    let dots = canvas.dotInset
    let y = data.y.placed(from: top + height - dots.y, to: top + dots.y)
    let yTicks = hasY ? verticalTicks(y, widest: frame.width * ChartLayout.mostLabelWidth) : []
    let left = hasY ? AxisLayout.verticalWidth(yTicks, canvas: canvas) : 0
    var area = Rect(frame.x, top, width: frame.width, height: height)
    let margins = sideMargins(data, left: left)
    area = area.inset(left: margins.left, right: margins.right)
    if chart.aspect == .equal { area = equalized(area, data) }
    let x = data.x.placed(from: area.x + dots.x, to: area.right - dots.x)
    let placedY = data.y.placed(from: area.bottom - dots.y, to: area.y + dots.y)
    // Laid out again, because equal measures may have taken height.
    let widest = yTicks.map { canvas.width($0.text, .small) }.max() ?? 0
    let ticks = area.height == height ? yTicks : verticalTicks(placedY, widest: widest)

    var axes = AxisLayout(canvas: canvas, area: area, frame: frame)
    if hasY { axes.addVertical(placedY, ticks, meetsHorizontal: hasX) }
    if hasX { axes.addHorizontal(x, horizontalOptions, meetsVertical: hasY) }
    var drawing = MarkDrawing(
      data,
      area: area,
      x: x,
      y: placedY,
      canvas: canvas,
      series: series
    )
    for mark in chart.marks { try drawing.draw(mark) }
    drawing.placeWords()
    elements += axes.elements.filter(\.isBehindMarks) + drawing.elements
    elements += axes.elements.filter { !$0.isBehindMarks } + drawing.annotations
    bottom = area.bottom + below
    if hasDirectLabels { addDirectLabels(drawing.lineEnds, beside: area) }
    addNotes(data, leftOut: drawing.placer.leftOutCount)
  }

  /// Adds the name of the vertical axis, or the room that it takes.
  private mutating func addVerticalLabel(isShown: Bool) {
    let words = canvas.fitted(chart.y.label, to: frame.width)
    let box = Rect(frame.x, bottom, width: canvas.width(words), height: canvas.lineHeight())
    if isShown, !words.isEmpty {
      elements.append(.label(Label(text: words, box: box, role: .axisLabel)))
    }
    bottom = box.bottom + (canvas.medium == .terminal ? 0 : canvas.gap / 2)
  }

  /// The part of the width that labels of the vertical axis take at most.
  private static let mostLabelWidth = 0.4

  private func verticalTicks(_ scale: Scale, widest: Double) -> [Tick] {
    AxisLayout.verticalTicks(scale, verticalOptions, canvas: canvas, widest: widest)
  }

  /// The room for names beside the plot, and for the halves of numbers that reach beyond the axis.
  private func sideMargins(_ data: PlotData, left: Double) -> (left: Double, right: Double) {
    let names = hasDirectLabels ? directNames().map { canvas.width($0) }.max() ?? 0 : 0
    let forNames = names > 0 ? names + 3 * canvas.gap : 0
    guard chart.x.visibility == .automatic, canvas.medium == .page else { return (left, forNames) }
    let x = data.x.placed(from: frame.x + left, to: frame.right)
    let ticks = AxisLayout.horizontalTicks(
      x,
      horizontalOptions,
      canvas: canvas,
      within: frame.grown(by: frame.width)
    )
    let before = max(frame.x - (ticks.first?.box.x ?? frame.x), 0).rounded(.up)
    let after = max((ticks.last?.box.right ?? 0) - frame.right, 0).rounded(.up)
    return (max(left, before), max(forNames, after))
  }

  /// What is said of the horizontal axis; fields of a heat map have their numbers in their middles.
  private var horizontalOptions: AxisOptions {
    var options = chart.x
    options.values = options.values ?? middles { $0.x }
    return options
  }

  private var verticalOptions: AxisOptions {
    var options = chart.y
    options.values = options.values ?? middles { $0.y }
    return options
  }

  /// The most fields of a heat map that are numbered one by one.
  private static let mostFields = 12

  private func middles(_ axis: (SampledGrid) -> [Double]) -> [Double]? {
    for case .heatMap(let grid) in chart.marks.map(\.geometry)
    where axis(grid).count <= ChartLayout.mostFields {
      return axis(grid)
    }
    return nil
  }

  /// The part of an area in which both axes have the same measure.
  private func equalized(_ area: Rect, _ data: PlotData) -> Rect {
    let x = data.x.upper - data.x.lower
    let y = data.y.upper - data.y.lower
    let unit = min(area.width / x, area.height * canvas.unitAspect / y)
    guard unit.isFinite, unit > 0 else { return area }
    let width = canvas.snapped(max(x * unit, 1))
    let height = canvas.snapped(max(y * unit / canvas.unitAspect, 1))
    return Rect(area.x, area.y, width: width, height: height)
  }
}

// MARK: - Beside and under the plot

extension ChartLayout {
  /// The names that stand beside the lines, as they are written.
  private func directNames() -> [String] {
    series.entries.map { canvas.fitted($0.name, to: frame.width * 0.3) }
  }

  private mutating func addDirectLabels(_ ends: [MarkDrawing.LineEnd], beside area: Rect) {
    let height = canvas.lineHeight()
    var last: [String: MarkDrawing.LineEnd] = [:]
    for end in ends { last[end.name] = end }
    let shown = last.values.sorted { ($0.point.y, $0.name) < ($1.point.y, $1.name) }
    let tops = spread(shown.map { canvas.snapped($0.point.y - height / 2) }, height, in: area)
    for (end, top) in zip(shown, tops) {
      let words = canvas.fitted(end.name, to: frame.width * 0.3)
      let left = area.right + 2 * canvas.gap
      let box = Rect(left, top, width: canvas.width(words), height: height)
      let leader = [end.point, Point(left - canvas.gap, box.middle.y)]
      elements.append(.path(Path(lines: [leader], stroke: end.paint, strokeWidth: 1)))
      elements.append(.label(Label(text: words, box: box, role: .legend)))
    }
  }

  /// Moves boxes of one height, from the top down, apart and into an area.
  private func spread(_ tops: [Double], _ height: Double, in area: Rect) -> [Double] {
    var result = tops
    var least = area.y - height / 2
    for index in result.indices {
      result[index] = max(result[index], canvas.snapped(least))
      least = result[index] + height
    }
    var greatest = area.bottom + height / 2
    if canvas.medium == .terminal { greatest = area.bottom }
    for index in result.indices.reversed() {
      result[index] = min(result[index], greatest - height)
      greatest = result[index]
    }
    return result
  }

  private mutating func addNotes(_ data: PlotData, leftOut: Int) {
    var notes: [String] = []
    if chart.marks.isEmpty { notes.append("no marks") }
    if data.skippedCount > 0 {
      let values = data.skippedCount == 1 ? "1 value is" : "\(data.skippedCount) values are"
      notes.append("\(values) not finite, and not drawn")
    }
    if leftOut > 0 {
      notes.append("no room for \(leftOut == 1 ? "1 label" : "\(leftOut) labels")")
    }
    for note in notes {
      let words = canvas.fitted(note, .small, to: frame.width)
      let box = Rect(
        frame.x,
        bottom,
        width: canvas.width(words, .small),
        height: canvas.lineHeight(.small)
      )
      elements.append(
        .label(Label(text: words, box: box, role: .note, size: .small, paint: .axis))
      )
      bottom = box.bottom
    }
  }
}

extension Canvas {
  /// The label of a title at the top of its part of a figure.
  func titleLabel(_ title: String, _ size: TextSize, in frame: Rect) -> Label {
    let words = fitted(title, size, to: frame.width)
    let box = Rect(frame.x, frame.y, width: width(words, size), height: lineHeight(size))
    return Label(text: words, box: box, role: .title, size: size)
  }
}

extension Element {
  /// Whether it is a line of the grid, which marks cover.
  fileprivate var isBehindMarks: Bool {
    if case .path(let path) = self { path.stroke == .grid } else { false }
  }
}

extension Mark {
  /// Whether it is a graph, which is laid out without axes.
  var isGraph: Bool { if case .graph = geometry { true } else { false } }
  fileprivate var isHeatMap: Bool { if case .heatMap = geometry { true } else { false } }
  fileprivate var isCube: Bool { if case .cube = geometry { true } else { false } }
}

extension Chart {
  /// The most names that stand beside lines.
  private static let mostDirectLabels = 6

  /// Whether the names of all series can stand at the right ends of lines.
  var canLabelLinesDirectly: Bool {
    let named = marks.filter { $0.style.series != nil }
    let names = Set(named.compactMap(\.style.series))
    guard legend == .automatic, !names.isEmpty, names.count <= Chart.mostDirectLabels,
      marks.allSatisfy({ $0.style.symbolGroup == nil && !$0.isHeatMap })
    else { return false }
    let ends = named.map { mark -> Double? in
      guard case .line(.numbers(let x), _) = mark.geometry else { return nil }
      return x.last
    }
    // Lines that end in different places have their names in different places.
    guard let first = ends[0], first.isFinite, ends.allSatisfy({ $0 == first }) else {
      return false
    }
    return marks.allSatisfy { mark in
      switch mark.geometry {
      case .region: return false
      case .line(.numbers(let x), _): return x.allSatisfy { $0 <= first }
      default: return true
      }
    }
  }
}

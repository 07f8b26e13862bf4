/// Draws the marks of one chart into the area of its plot.
struct MarkDrawing {
  let data: PlotData
  let area: Rect
  let x: Scale
  let y: Scale
  let canvas: Canvas
  let series: SeriesTable
  /// What has been drawn.
  var elements: [Element] = []
  /// Labels, over everything else.
  var annotations: [Element] = []
  /// Words that are to be placed when all marks are drawn.
  private var wishes: [Wish] = []
  /// Where lines with a name end, for the labels beside the plot.
  var lineEnds: [LineEnd] = []
  var placer: LabelPlacer
  /// Which of the elements are contours.
  var contourLines: Set<Int> = []
  /// The levels of contours, which are written when all marks are drawn.
  var contourNames: [ContourName] = []

  /// The level of a contour, and the line that it is written on.
  struct ContourName {
    var words: String
    var line: [Point]
  }

  /// The end of a line with a name.
  struct LineEnd {
    var name: String
    var point: Point
    var paint: Paint
  }

  /// Words, and what they speak of.
  struct Wish {
    var text: String
    var place: Point
    var first: LabelPlacer.Position
  }

  init(_ data: PlotData, area: Rect, x: Scale, y: Scale, canvas: Canvas, series: SeriesTable) {
    self.data = data
    self.area = area
    self.x = x
    self.y = y
    self.canvas = canvas
    self.series = series
    placer = LabelPlacer(area: area, canvas: canvas)
  }

  mutating func draw(_ mark: Mark) throws(ChartError) {
    switch mark.geometry {
    case .line(let xs, let ys): drawLine(mark, data.horizontal(xs), data.vertical(ys))
    case .point(let xs, let ys):
      let places = data.horizontal(xs)
      let middle = (y.first + y.last) / 2
      let heights = ys.map { data.vertical($0) } ?? [Double](repeating: middle, count: places.count)
      drawPoints(mark, places, heights)
    case .bar(let xs, let ys): drawBars(mark, data.horizontal(xs), ys)
    case .area(let xs, let start, let end): drawArea(mark, xs, start, end)
    case .rule(let value): drawRule(mark, value)
    case .rectangle(let xs, let ys): drawRectangle(mark, xs, ys)
    case .text(let place, let height, let text): drawText(mark, text, place, height)
    case .arrow(let xs, let ys): drawArrow(mark, xs, ys)
    case .histogram(let values, _): drawHistogram(mark, values)
    case .contour(let grid, let levels): drawContours(mark, grid, levels)
    case .heatMap(let grid): drawHeatMap(mark, grid)
    case .region(let grid): drawRegions(mark, grid)
    case .network(let layers, let labels): drawNetwork(mark, layers, labels)
    case .cube(let xs, let ys, let zs, let names): drawCube(mark, xs, ys, zs, names)
    // Graphs are laid out by themselves, see `ChartLayout`.
    case .graph: break
    }
  }

  /// The color of a mark.
  func paint(_ mark: Mark) -> Paint { .palette(series.color(of: mark)) }

  /// Where two values lie; nil where one of them is not on its axis.
  func place(_ horizontal: Double, _ vertical: Double) -> Point? {
    guard let px = x.position(horizontal), let py = y.position(vertical) else { return nil }
    return Point(px, py)
  }

  /// The unbroken stretches of a line.
  func stretches(_ xs: [Double], _ ys: [Double]) -> [[Point]] {
    var result: [[Point]] = []
    var current: [Point] = []
    for (horizontal, vertical) in zip(xs, ys) {
      if let point = place(horizontal, vertical) {
        current.append(point)
      } else if !current.isEmpty {
        result.append(current)
        current = []
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }

  /// Puts the words of a mark beside a place.
  mutating func annotate(_ mark: Mark, at point: Point?, first: LabelPlacer.Position = .aboveRight)
  {
    guard let text = mark.style.annotation, let point else { return }
    wish(text, at: point, first: first)
  }

  /// Has words placed when all marks are drawn, clear of them.
  mutating func wish(_ text: String, at point: Point, first: LabelPlacer.Position) {
    wishes.append(Wish(text: text, place: point, first: first))
  }

  /// Places the words of all marks.
  mutating func placeWords() {
    nameContours()
    let obstacles = Obstacles(elements, canvas: canvas)
    for wish in wishes {
      annotations += placer.place(
        wish.text,
        at: wish.place,
        distance: canvas.gap,
        first: wish.first,
        clearOf: obstacles
      )
    }
    wishes = []
  }
}

/// The names of the series with a sample of each, in rows from left to right.
struct LegendLayout {
  private(set) var elements: [Element] = []
  /// The bottom of the last row.
  private(set) var bottom: Double

  private let canvas: Canvas

  /// The most names that are listed.
  private static let most = 24

  /// Lays a legend out.
  ///
  /// - Parameters:
  ///   - entries: The series.
  ///   - shades: The values of the least and the greatest shade of a heat map.
  ///   - frame: Where it begins, and how wide it may be.
  ///   - canvas: The canvas.
  init(
    _ entries: [SeriesTable.Entry],
    shades: ClosedRange<Double>?,
    in frame: Rect,
    canvas: Canvas
  ) {
    self.canvas = canvas
    bottom = frame.y
    let height = canvas.lineHeight()
    var place = Point(frame.x, frame.y)
    func take(_ width: Double) -> Rect {
      if place.x > frame.x, place.x + width > frame.right {
        place = Point(frame.x, place.y + height)
      }
      let result = Rect(place.x, place.y, width: width, height: height)
      place.x += width + 2 * canvas.gap
      return result
    }
    for entry in entries.prefix(LegendLayout.most) {
      let words = canvas.fitted(entry.name, to: frame.width / 2)
      let room = take(sampleWidth + canvas.gap + canvas.width(words))
      appendSample(entry, in: Rect(room.x, room.y, width: sampleWidth, height: height))
      appendLabel(words, in: room.inset(left: sampleWidth + canvas.gap))
      bottom = room.bottom
    }
    if entries.count > LegendLayout.most {
      let words = "and \(entries.count - LegendLayout.most) more"
      let room = take(canvas.width(words))
      appendLabel(words, in: room)
      bottom = room.bottom
    }
    if let shades {
      let words = [shades.lowerBound.shortText, shades.upperBound.shortText]
      let widths = words.map { canvas.width($0) }
      let room = take(widths[0] + widths[1] + shadeWidth + 2 * canvas.gap)
      appendLabel(words[0], in: room.inset(right: room.width - widths[0]))
      appendShades(in: room.inset(left: widths[0] + canvas.gap, right: widths[1] + canvas.gap))
      appendLabel(words[1], in: room.inset(left: room.width - widths[1]))
      bottom = room.bottom
    }
  }

  private var sampleWidth: Double { canvas.medium == .terminal ? 3 : 22 }
  private var shadeWidth: Double { canvas.medium == .terminal ? 16 : 120 }

  private mutating func appendLabel(_ text: String, in box: Rect) {
    elements.append(.label(Label(text: text, box: box, role: .legend)))
  }

  private mutating func appendSample(_ entry: SeriesTable.Entry, in box: Rect) {
    let paint = Paint.palette(entry.color)
    if entry.hasArea {
      let swatch =
        canvas.medium == .terminal ? box : box.inset(top: 2, left: 3, bottom: 2, right: 3)
      elements.append(
        .path(Path(lines: [swatch.corners], fill: paint, opacity: entry.symbol == nil ? 0.9 : 0.3))
      )
    }
    if let style = entry.line {
      let ends = [Point(box.x, box.middle.y), Point(box.right, box.middle.y)]
      elements.append(.path(Path(lines: [ends], stroke: paint, style: style)))
    }
    if let symbol = entry.symbol {
      elements.append(
        .symbols(
          SymbolGroup(
            symbol: symbol,
            points: [box.middle],
            radius: canvas.symbolRadius(area: 36),
            paint: paint
          )
        )
      )
    }
  }

  private mutating func appendShades(in box: Rect) {
    let count = canvas.medium == .terminal ? 16 : 24
    let width = box.width / Double(count)
    for index in 0..<count {
      let field = Rect(
        box.x + Double(index) * width,
        box.y,
        width: width,
        height: box.height
      )
      let shade = Double(index) / Double(count - 1)
      elements.append(.path(Path(lines: [field.corners], fill: .shade(shade), isSharp: true)))
    }
  }
}

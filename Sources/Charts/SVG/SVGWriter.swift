extension Figure {
  /// Returns the figure as an SVG picture that adapts to light and dark.
  ///
  /// The same figure gives the same bytes. Colors are custom properties, which a page that the
  /// picture stands in can set anew: `--chart-paper`, `--chart-ink`, `--chart-blue`.
  ///
  /// - Parameter prefix: What the ids in it begin with: another one for each figure of a page.
  /// - Returns: The SVG element.
  /// - Throws: A `ChartError` for what cannot be drawn.
  public func svg(prefix: String) throws(ChartError) -> String {
    try layout(in: .page).svg(prefix: prefix)
  }
}

extension FigureLayout {
  /// Returns the layout, made for a page, as an SVG picture; see `Figure.svg(prefix:)`.
  ///
  /// - Parameter prefix: What the ids in it begin with: another one for each figure of a page.
  /// - Returns: The SVG element.
  public func svg(prefix: String) -> String { SVGWriter(prefix: prefix).write(self) }
}

/// Writes a layout as SVG.
struct SVGWriter {
  private let id: String

  init(prefix: String) { id = identifier(prefix) }

  func write(_ layout: FigureLayout) -> String {
    let size = "\(pixelText(layout.width)) \(pixelText(layout.height))"
    let extent = "width=\"\(pixelText(layout.width))\" height=\"\(pixelText(layout.height))\""
    let title = layout.title.isEmpty ? "Figure" : layout.title
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id)\" viewBox=\"0 0 \(size)\" \(extent) "
        + "role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\">",
      "<title id=\"\(id)-title\">\(xmlEscaped(title))</title>",
      "<desc id=\"\(id)-desc\">\(xmlEscaped(layout.summary))</desc>",
      "<style>\(style(layout))</style>",
      "<rect class=\"f-paper\" \(extent)/>",
    ]
    lines += layout.elements.compactMap { element in
      switch element {
      case .path(let path): write(path)
      case .symbols(let group): write(group)
      case .label(let label): write(label)
      }
    }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  // MARK: - Style

  private func style(_ layout: FigureLayout) -> String {
    var fills: Set<Paint> = [.paper, .ink]
    var strokes: Set<Paint> = [.paper]
    for element in layout.elements {
      switch element {
      case .path(let path):
        if let fill = path.fill { fills.insert(fill) }
        if let stroke = path.stroke { strokes.insert(stroke) }
      case .symbols(let group):
        if group.symbol.isStroked { strokes.insert(group.paint) } else { fills.insert(group.paint) }
        if group.symbol == .circle { strokes.insert(group.paint) }
      case .label(let label): fills.insert(label.paint)
      }
    }
    func entries(_ paints: Set<Paint>) -> [Palette.Entry] {
      paints.compactMap(Palette.entry).sorted { $0.name < $1.name }
    }
    let all = entries(fills.union(strokes))
    let light = all.map { "--chart-\($0.name):\($0.light.hex)" }.joined(separator: ";")
    let dark = all.map { "--chart-\($0.name):\($0.dark.hex)" }.joined(separator: ";")
    // No weight in the cascade, so that the page around can set the colors.
    var rules = [
      ":where(#\(id)){\(light)}",
      "@media (prefers-color-scheme:dark){:where(#\(id)){\(dark)}}",
      "#\(id) text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;"
        + "font-size:12px;fill:var(--chart-ink)}",
      "#\(id) .title{font-size:15px;font-weight:600}",
      "#\(id) .small{font-size:11px}",
      "#\(id) .halo{paint-order:stroke;stroke:var(--chart-paper);stroke-width:3px;"
        + "stroke-linejoin:round}",
      "#\(id) path{fill:none;stroke-linejoin:round}",
    ]
    rules += entries(fills).map { "#\(id) .f-\($0.name){fill:var(--chart-\($0.name))}" }
    rules += entries(strokes).map { "#\(id) .s-\($0.name){stroke:var(--chart-\($0.name))}" }
    return rules.joined(separator: "\n")
  }

  /// The classes and attributes that paint something.
  private func painted(_ fill: Paint?, _ stroke: Paint?, _ others: [String] = []) -> String {
    var classes = others
    var attributes = ""
    for (paint, kind) in [(fill, "fill"), (stroke, "stroke")] {
      guard let paint else { continue }
      if let entry = Palette.entry(paint) {
        classes.append("\(kind.prefix(1))-\(entry.name)")
      } else if case .shade(let fraction) = paint {
        attributes += " style=\"\(kind):\(Palette.shade(fraction).hex)\""
      }
    }
    return (classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\"") + attributes
  }

  // MARK: - Elements

  private func write(_ path: Path) -> String? {
    let data = path.lines.map { line(data: $0, isClosed: path.isClosed) }.joined()
    guard !data.isEmpty else { return nil }
    var attributes = painted(path.fill, path.stroke)
    if path.stroke != nil {
      attributes += " stroke-width=\"\(pixelText(path.strokeWidth))\""
      if let dashes = path.style.dashes { attributes += " stroke-dasharray=\"\(dashes)\"" }
      if path.style == .dotted { attributes += " stroke-linecap=\"round\"" }
    }
    if path.fill != nil, path.lines.count > 1 { attributes += " fill-rule=\"evenodd\"" }
    if path.isSharp { attributes += " shape-rendering=\"crispEdges\"" }
    return "<path\(attributes)\(opacity(path.opacity)) d=\"\(data)\"/>"
  }

  /// Absolute moves, lines to, and level or upright lines where they are shorter.
  private func line(data points: [Point], isClosed: Bool) -> String {
    var result = ""
    var previous: (x: String, y: String)?
    for point in points {
      let here = (x: pixelText(point.x), y: pixelText(point.y))
      defer { previous = here }
      guard let before = previous else {
        result += "M\(here.x) \(here.y)"
        continue
      }
      if here == before { continue }
      if here.y == before.y {
        result += "H\(here.x)"
      } else if here.x == before.x {
        result += "V\(here.y)"
      } else {
        result += "L\(here.x) \(here.y)"
      }
    }
    return result + (isClosed && !result.isEmpty ? "Z" : "")
  }

  private func write(_ group: SymbolGroup) -> String {
    let data = group.points.map { group.symbol.data(at: $0, radius: group.radius) }.joined()
    // A circle is a point drawn with a round pen, which takes the fewest characters.
    let attributes: String
    if group.symbol == .circle {
      attributes =
        painted(nil, group.paint)
        + " stroke-width=\"\(pixelText(group.radius * 2))\" stroke-linecap=\"round\""
    } else if group.symbol.isStroked {
      attributes = painted(nil, group.paint) + " stroke-width=\"1.8\""
    } else {
      attributes = painted(group.paint, nil)
    }
    return "<path\(attributes)\(opacity(group.opacity)) d=\"\(data)\"/>"
  }

  private func write(_ label: Label) -> String {
    let (x, anchor): (Double, String) =
      switch label.alignment {
      case .left: (label.box.x, "")
      case .center: (label.box.middle.x, " text-anchor=\"middle\"")
      case .right: (label.box.right, " text-anchor=\"end\"")
      }
    // The baseline lies about a third of the font's size under the middle.
    let y = label.box.middle.y + label.size.pixels * 0.35
    var classes: [String] = []
    switch label.size {
    case .title: classes.append("title")
    case .small: classes.append("small")
    case .body: break
    }
    if label.role == .annotation { classes.append("halo") }
    let attributes = painted(label.paint == .ink ? nil : label.paint, nil, classes)
    return "<text\(attributes)\(anchor) x=\"\(pixelText(x))\" y=\"\(pixelText(y))\">"
      + "\(xmlEscaped(label.text))</text>"
  }

  private func opacity(_ opacity: Double) -> String {
    guard opacity < 1 else { return "" }
    let hundredths = Int((max(opacity, 0) * 100).rounded())
    return " opacity=\"\(hundredths < 10 ? "0.0" : "0.")\(hundredths)\""
  }
}

extension LineStyle {
  /// The lengths of strokes and gaps in pixels; nil for an unbroken line.
  fileprivate var dashes: String? {
    switch self {
    case .solid: nil
    case .dashed: "7 4"
    case .dotted: "0.1 4"
    case .dashDotted: "8 4 2 4"
    }
  }
}

extension ChartSymbol {
  /// Whether it consists of lines.
  var isStroked: Bool {
    switch self {
    case .cross, .plus, .ring, .frame: true
    case .circle, .square, .triangle, .diamond: false
    }
  }

  /// The symbol around a place, as the data of a path.
  fileprivate func data(at point: Point, radius: Double) -> String {
    func at(_ dx: Double, _ dy: Double) -> String {
      "\(pixelText(point.x + dx * radius)) \(pixelText(point.y + dy * radius))"
    }
    let diameter = pixelText(radius * 2)
    let size = pixelText(radius)
    switch self {
    case .circle: return "M\(at(0, 0))h0"
    case .square, .frame:
      let side = pixelText(radius * 1.8)
      return "M\(at(-0.9, -0.9))h\(side)v\(side)h-\(side)z"
    case .triangle: return "M\(at(0, -1.15))L\(at(1.05, 0.75))L\(at(-1.05, 0.75))z"
    case .diamond: return "M\(at(0, -1.25))L\(at(1.25, 0))L\(at(0, 1.25))L\(at(-1.25, 0))z"
    case .cross:
      return "M\(at(-0.85, -0.85))L\(at(0.85, 0.85))M\(at(-0.85, 0.85))L\(at(0.85, -0.85))"
    case .plus: return "M\(at(-1.1, 0))L\(at(1.1, 0))M\(at(0, -1.1))L\(at(0, 1.1))"
    case .ring:
      return
        "M\(at(-1, 0))a\(size) \(size) 0 1 0 \(diameter) 0a\(size) \(size) 0 1 0 -\(diameter) 0"
    }
  }
}

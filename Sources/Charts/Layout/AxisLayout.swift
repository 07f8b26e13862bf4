/// Lays out the line, the ticks and the numbers of one axis.
struct AxisLayout {
  let canvas: Canvas
  /// The area of the plot.
  let area: Rect
  /// The figure's part that the labels stay in.
  let frame: Rect
  private(set) var elements: [Element] = []

  init(canvas: Canvas, area: Rect, frame: Rect) {
    self.canvas = canvas
    self.area = area
    self.frame = frame
  }

  // MARK: - Horizontal

  /// The ticks of a horizontal axis whose labels do not meet.
  static func horizontalTicks(
    _ scale: Scale,
    _ options: AxisOptions,
    canvas: Canvas,
    within frame: Rect
  ) -> [(tick: Tick, box: Rect)] {
    func boxes(_ ticks: [Tick]) -> [(tick: Tick, box: Rect)] {
      ticks.compactMap { tick in
        guard let place = scale.position(tick.value) else { return nil }
        let width = canvas.width(tick.text, .small)
        let left = min(max(place - width / 2, frame.x), frame.right - width)
        let box = Rect(canvas.snapped(left), 0, width: width, height: canvas.lineHeight(.small))
        return (tick, box)
      }.sorted { $0.box.x < $1.box.x }
    }
    func fits(_ boxes: [(tick: Tick, box: Rect)]) -> Bool {
      zip(boxes, boxes.dropFirst()).allSatisfy { $0.box.right + canvas.gap <= $1.box.x }
    }
    if scale.names.isEmpty, options.values == nil {
      let length = (scale.end - scale.start).magnitude
      let most = max(Int(length / canvas.horizontalTickDistance), 2)
      let wider = (1...most).reversed().lazy.map { boxes(scale.ticks(count: $0)) }
      let found = wider.first { fits($0) }
      if let found, found.count > 1 { return found }
      // One number alone gives no scale: closer ones may still have room.
      let closer = (most...4 * most).lazy.map { boxes(scale.ticks(count: $0)) }
        .first { $0.count > 1 && fits($0) }
      if let ticks = closer ?? found { return ticks }
    }
    let given: [Tick]
    if scale.names.isEmpty {
      given = scale.ticks(at: options.values ?? [])
    } else {
      let band = (scale.end - scale.start).magnitude / Double(scale.names.count)
      // A name of three letters and an ellipsis still says something.
      let room = max(band - canvas.gap, canvas.width("abc…", .small))
      given = scale.names.enumerated().map { index, name in
        Tick(value: Double(index), text: canvas.fitted(name, .small, to: room))
      }
    }
    var kept: [(tick: Tick, box: Rect)] = []
    for candidate in boxes(given) {
      if let last = kept.last, last.box.right + canvas.gap > candidate.box.x { continue }
      kept.append(candidate)
    }
    return kept
  }

  /// Adds the line under the plot with its ticks, numbers and name.
  mutating func addHorizontal(_ scale: Scale, _ options: AxisOptions, meetsVertical: Bool) {
    let line = area.bottom + canvas.axisBreadth / 2
    let start = meetsVertical ? area.x - canvas.axisBreadth / 2 : area.x
    appendLine([Point(start, line), Point(area.right, line)], .axis)
    let ticks = AxisLayout.horizontalTicks(scale, options, canvas: canvas, within: frame)
    let top = area.bottom + canvas.axisBreadth + (canvas.medium == .terminal ? 0 : 10)
    for (tick, box) in ticks {
      guard let place = scale.position(tick.value) else { continue }
      if scale.names.isEmpty {
        appendLine([Point(place, area.y), Point(place, area.bottom)], .grid)
      }
      appendLine([Point(place, line), Point(place, line + canvas.tickLength)], .axis)
      appendTick(tick.text, box.offset(x: 0, y: top), .center)
    }
    guard !options.label.isEmpty else { return }
    let words = canvas.fitted(options.label, to: frame.width)
    let width = canvas.width(words)
    let left = min(max(area.middle.x - width / 2, frame.x), frame.right - width)
    elements.append(
      .label(
        Label(
          text: words,
          box: Rect(
            canvas.snapped(left),
            top + canvas.lineHeight(.small) + labelGap,
            width: width,
            height: canvas.lineHeight()
          ),
          alignment: .center,
          role: .axisLabel
        )
      )
    )
  }

  private var labelGap: Double { canvas.medium == .terminal ? 0 : 4 }

  /// The height that a horizontal axis takes under the plot.
  static func horizontalHeight(_ options: AxisOptions, canvas: Canvas) -> Double {
    let line = canvas.axisBreadth + canvas.lineHeight(.small)
    let label = options.label.isEmpty ? 0 : canvas.lineHeight()
    return canvas.medium == .terminal
      ? line + label : line + 10 + (options.label.isEmpty ? 0 : label + 4)
  }

  // MARK: - Vertical

  /// The ticks of a vertical axis whose labels do not meet.
  static func verticalTicks(
    _ scale: Scale,
    _ options: AxisOptions,
    canvas: Canvas,
    widest: Double
  ) -> [Tick] {
    let length = (scale.end - scale.start).magnitude
    let found: [Tick]
    if !scale.names.isEmpty {
      found = scale.names.enumerated().map { index, name in
        Tick(value: Double(index), text: name)
      }
    } else if let values = options.values {
      found = scale.ticks(at: values)
    } else {
      let most = max(Int(length / canvas.verticalTickDistance), 2)
      // One number alone gives no scale.
      found =
        (most...4 * most).lazy.map { scale.ticks(count: $0) }.first { $0.count > 1 }
        ?? scale.ticks(count: most)
    }
    var kept: [Tick] = []
    var last: Double?
    for tick in found {
      guard let top = top(of: tick, scale, canvas: canvas) else { continue }
      if let last, (top - last).magnitude < canvas.lineHeight(.small) { continue }
      last = top
      kept.append(Tick(value: tick.value, text: canvas.fitted(tick.text, .small, to: widest)))
    }
    return kept
  }

  /// Where the number of a tick begins; in a terminal, the lowest stays above the line of the axis.
  private static func top(of tick: Tick, _ scale: Scale, canvas: Canvas) -> Double? {
    guard let place = scale.position(tick.value) else { return nil }
    let height = canvas.lineHeight(.small)
    let top = canvas.snapped(place - height / 2)
    let end = max(scale.start, scale.end) + canvas.dotInset.y
    return canvas.medium == .terminal ? min(top, end - height) : top
  }

  /// Adds the line beside the plot with its ticks and numbers.
  mutating func addVertical(_ scale: Scale, _ ticks: [Tick], meetsHorizontal: Bool) {
    let line = area.x - canvas.axisBreadth / 2
    let height = canvas.lineHeight(.small)
    let bottom = area.bottom + (meetsHorizontal ? canvas.axisBreadth / 2 : 0)
    appendLine([Point(line, area.y), Point(line, bottom)], .axis)
    for tick in ticks {
      guard let place = scale.position(tick.value),
        let top = AxisLayout.top(of: tick, scale, canvas: canvas)
      else { continue }
      if scale.names.isEmpty {
        appendLine([Point(area.x, place), Point(area.right, place)], .grid)
      }
      appendLine([Point(line - canvas.tickLength, place), Point(line, place)], .axis)
      let width = canvas.width(tick.text, .small)
      let right = area.x - canvas.axisBreadth - canvas.tickLength - labelGap
      appendTick(
        tick.text,
        Rect(right - width, top, width: width, height: height),
        .right
      )
    }
  }

  /// The width that a vertical axis takes beside the plot.
  static func verticalWidth(_ ticks: [Tick], canvas: Canvas) -> Double {
    let labels = ticks.map { canvas.width($0.text, .small) }.max() ?? 0
    let gap: Double = canvas.medium == .terminal ? 0 : 4
    return (labels + canvas.axisBreadth + canvas.tickLength + gap).rounded(.up)
  }

  // MARK: - Elements

  private mutating func appendLine(_ line: [Point], _ paint: Paint) {
    guard line[0] != line[1] else { return }
    // Lines of one pixel lie in the middle of a pixel.
    let points =
      canvas.medium == .terminal
      ? line : line.map { Point($0.x.rounded(.down) + 0.5, $0.y.rounded(.down) + 0.5) }
    elements.append(.path(Path(lines: [points], stroke: paint, strokeWidth: 1, isSharp: true)))
  }

  private mutating func appendTick(_ text: String, _ box: Rect, _ alignment: Label.Alignment) {
    elements.append(
      .label(
        Label(
          text: text,
          box: box,
          alignment: alignment,
          role: .tick,
          size: .small,
          paint: .axis
        )
      )
    )
  }
}

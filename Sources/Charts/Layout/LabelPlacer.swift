/// Finds room for labels inside the area of a plot.
struct LabelPlacer {
  /// Where labels may stand.
  let area: Rect
  let canvas: Canvas
  /// The boxes that are taken.
  private(set) var taken: [Rect] = []
  /// The number of labels that found no room.
  private(set) var leftOutCount = 0
  private var placedCount = 0

  /// More labels than anyone reads in one chart.
  private static let mostLabels = 300

  init(area: Rect, canvas: Canvas) {
    self.area = area
    self.canvas = canvas
  }

  /// Where a label would like to stand, seen from the place that it speaks of.
  enum Position: CaseIterable {
    case center
    case right
    case above
    case below
    case left
    case aboveRight
    case belowRight
    case aboveLeft
    case belowLeft
  }

  /// Returns a label in the first free position, and a line to its place where it stands far off.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - place: What they speak of.
  ///   - distance: How far from the place they stand.
  ///   - first: The position that is tried first.
  ///   - obstacles: What labels keep clear of where they can.
  /// - Returns: The label and the line; nothing where there is no room.
  mutating func place(
    _ text: String,
    at place: Point,
    distance: Double,
    first: Position,
    clearOf obstacles: Obstacles? = nil
  ) -> [Element] {
    guard placedCount < LabelPlacer.mostLabels else {
      leftOutCount += 1
      return []
    }
    let words = canvas.fitted(text, to: area.width)
    let size = (width: canvas.width(words), height: canvas.lineHeight())
    guard area.contains(place), size.width > 0, size.height <= area.height else {
      leftOutCount += words.isEmpty ? 0 : 1
      return []
    }
    let positions = [first] + Position.allCases.filter { $0 != first && $0 != .center }
    var covering: Rect?
    for step in 0..<LabelPlacer.steps {
      let away = distance + Double(step) * size.height * 1.2
      for position in positions {
        let box = moved(inside: box(size, at: place, position, away))
        guard !taken.contains(where: { $0.overlaps(box) }) else { continue }
        // Pushed back inside, it would cover what it speaks of.
        guard position == .center || !box.contains(place) else { continue }
        covering = covering ?? box
        guard position == .center || obstacles?.areClear(of: box) ?? true else { continue }
        return add(words, box, leaderFrom: step == 0 ? nil : place)
      }
    }
    if let covering { return add(words, covering, leaderFrom: nil) }
    leftOutCount += 1
    return []
  }

  /// How many distances are tried.
  private static let steps = 6

  private mutating func add(_ words: String, _ box: Rect, leaderFrom place: Point?) -> [Element] {
    placedCount += 1
    taken.append(box)
    let label = Label(text: words, box: box, alignment: .center, role: .annotation)
    return (place.map { [leader(from: $0, to: box)] } ?? []) + [.label(label)]
  }

  private func box(
    _ size: (width: Double, height: Double),
    at place: Point,
    _ position: Position,
    _ away: Double
  ) -> Rect {
    let left = place.x - size.width - away
    let right = place.x + away
    let above = place.y - size.height - away / canvas.unitAspect
    let below = place.y + away / canvas.unitAspect
    let center = (x: place.x - size.width / 2, y: place.y - size.height / 2)
    let origin: (x: Double, y: Double) =
      switch position {
      case .center: center
      case .right: (right, center.y)
      case .above: (center.x, above)
      case .below: (center.x, below)
      case .left: (left, center.y)
      case .aboveRight: (right, above)
      case .belowRight: (right, below)
      case .aboveLeft: (left, above)
      case .belowLeft: (left, below)
      }
    return Rect(
      canvas.snapped(origin.x),
      canvas.snapped(origin.y),
      width: size.width,
      height: size.height
    )
  }

  private func moved(inside box: Rect) -> Rect {
    Rect(
      min(max(box.x, area.x), area.right - box.width),
      min(max(box.y, area.y), area.bottom - box.height),
      width: box.width,
      height: box.height
    )
  }

  private func leader(from place: Point, to box: Rect) -> Element {
    let end = Point(
      min(max(place.x, box.x), box.right),
      min(max(place.y, box.y), box.bottom)
    )
    return .path(Path(lines: [[place, end]], stroke: .axis, strokeWidth: 1))
  }
}

extension LabelPlacer {
  /// Takes a box for a label, where it is free and inside the area.
  ///
  /// - Returns: Whether it was.
  mutating func take(_ box: Rect) -> Bool {
    guard area.contains(box), !taken.contains(where: { $0.overlaps(box) }) else { return false }
    taken.append(box)
    return true
  }
}

/// Where lines and symbols have been drawn, for labels to keep clear of.
struct Obstacles {
  /// Places along what is drawn, by the fields of a coarse grid that they lie in.
  private var places: [Field: [Point]] = [:]
  private let width: Double
  private let height: Double
  private let step: Double
  private var count = 0

  private struct Field: Hashable {
    var column: Int
    var row: Int
  }

  /// The most places that are kept; where there is that much, labels cannot keep clear anyway.
  private static let most = 50_000

  init(_ elements: [Element], canvas: Canvas) {
    width = canvas.lineHeight() * canvas.unitAspect
    height = canvas.lineHeight()
    step = canvas.lineHeight() / 4
    for element in elements {
      switch element {
      case .path(let path) where path.stroke != nil && path.stroke != .grid && path.fill == nil:
        for line in path.lines { add(line) }
      case .symbols(let group): for point in group.points { add(point) }
      case .path, .label: break
      }
    }
  }

  private mutating func add(_ line: [Point]) {
    for (from, to) in zip(line, line.dropFirst()) {
      let steps = max(Int(cHypot(to.x - from.x, to.y - from.y) / step), 1)
      for index in 0...steps where count < Obstacles.most {
        let part = Double(index) / Double(steps)
        add(Point(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part))
      }
    }
  }

  private mutating func add(_ point: Point) {
    guard count < Obstacles.most else { return }
    count += 1
    places[field(point), default: []].append(point)
  }

  private func field(_ point: Point) -> Field {
    Field(
      column: Int((point.x / width).rounded(.down)),
      row: Int((point.y / height).rounded(.down))
    )
  }

  /// Whether nothing has been drawn in a box.
  func areClear(of box: Rect) -> Bool {
    let first = field(Point(box.x, box.y))
    let last = field(Point(box.right, box.bottom))
    for row in first.row...last.row {
      for column in first.column...last.column {
        let found = places[Field(column: column, row: row)] ?? []
        if found.contains(where: box.contains) { return false }
      }
    }
    return true
  }
}

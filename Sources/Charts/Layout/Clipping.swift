extension Rect {
  /// The parts of a line that lie in the rectangle.
  func clipped(line: [Point]) -> [[Point]] {
    var result: [[Point]] = []
    var current: [Point] = []
    for (from, to) in zip(line, line.dropFirst()) {
      guard let (start, end) = clipped(from, to) else {
        if current.count > 1 { result.append(current) }
        current = []
        continue
      }
      if current.last != start {
        if current.count > 1 { result.append(current) }
        current = [start]
      }
      current.append(end)
    }
    if current.count > 1 { result.append(current) }
    return result
  }

  /// The part of a segment that lies in the rectangle (Liang and Barsky, 1984).
  private func clipped(_ from: Point, _ to: Point) -> (Point, Point)? {
    let dx = to.x - from.x
    let dy = to.y - from.y
    var entry = 0.0
    var exit = 1.0
    for (slope, distance) in [
      (-dx, from.x - x), (dx, right - from.x), (-dy, from.y - y), (dy, bottom - from.y),
    ] {
      guard slope != 0 else {
        if distance < 0 { return nil }
        continue
      }
      if slope < 0 {
        entry = max(entry, distance / slope)
      } else {
        exit = min(exit, distance / slope)
      }
    }
    guard entry <= exit else { return nil }
    let start = entry == 0 ? from : Point(from.x + dx * entry, from.y + dy * entry)
    let end = exit == 1 ? to : Point(from.x + dx * exit, from.y + dy * exit)
    return (start, end)
  }

  /// The part of an area that lies in the rectangle (Sutherland and Hodgman, 1974).
  func clipped(area: [Point]) -> [Point] {
    let sides: [(inside: (Point) -> Bool, crossing: (Point, Point) -> Point)] = [
      ({ $0.x >= x }, { $0.crossing($1, x: x) }),
      ({ $0.x <= right }, { $0.crossing($1, x: right) }),
      ({ $0.y >= y }, { $0.crossing($1, y: y) }),
      ({ $0.y <= bottom }, { $0.crossing($1, y: bottom) }),
    ]
    var points = area
    for side in sides {
      guard var previous = points.last else { return [] }
      var kept: [Point] = []
      for point in points {
        if side.inside(point) != side.inside(previous) {
          kept.append(side.crossing(previous, point))
        }
        if side.inside(point) { kept.append(point) }
        previous = point
      }
      points = kept
    }
    return points
  }
}

extension Point {
  fileprivate func crossing(_ other: Point, x: Double) -> Point {
    Point(x, y + (other.y - y) * (x - self.x) / (other.x - self.x))
  }

  fileprivate func crossing(_ other: Point, y: Double) -> Point {
    Point(x + (other.x - x) * (y - self.y) / (other.y - self.y), y)
  }
}

/// A place on a canvas, `y` downwards.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle on a canvas, `y` downwards.
struct Rect: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(_ x: Double, _ y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Creates the rectangle between two corners.
  init(_ first: Point, _ second: Point) {
    self.init(
      min(first.x, second.x),
      min(first.y, second.y),
      width: (first.x - second.x).magnitude,
      height: (first.y - second.y).magnitude
    )
  }

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: Point { Point(x + width / 2, y + height / 2) }

  /// The corners, clockwise from the upper left.
  var corners: [Point] { [Point(x, y), Point(right, y), Point(right, bottom), Point(x, bottom)] }

  func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= right && point.y >= y && point.y <= bottom
  }

  /// Whether two rectangles share more than an edge, a millionth of a pixel left to rounding.
  func overlaps(_ other: Rect) -> Bool {
    let slack = 1e-6
    return x < other.right - slack && other.x < right - slack && y < other.bottom - slack
      && other.y < bottom - slack
  }

  /// Whether all of another rectangle lies in it.
  func contains(_ other: Rect) -> Bool {
    let slack = 1e-6
    return other.x >= x - slack && other.right <= right + slack && other.y >= y - slack
      && other.bottom <= bottom + slack
  }

  /// The part of it that is left when its sides move inwards.
  func inset(top: Double = 0, left: Double = 0, bottom: Double = 0, right: Double = 0) -> Rect {
    Rect(
      x + left,
      y + top,
      width: max(width - left - right, 0),
      height: max(height - top - bottom, 0)
    )
  }

  /// The rectangle grown on all sides, or shrunk where the amount is negative.
  func grown(by amount: Double) -> Rect {
    inset(top: -amount, left: -amount, bottom: -amount, right: -amount)
  }

  func offset(x dx: Double, y dy: Double) -> Rect {
    Rect(x + dx, y + dy, width: width, height: height)
  }
}

struct Point {
  var x: Double
  var y: Double
}
extension Point {
  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}
print(Point(x: 0, y: 0).distance(to: Point(x: 3, y: 4)))

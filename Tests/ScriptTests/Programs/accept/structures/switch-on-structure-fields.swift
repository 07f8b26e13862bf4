struct Point {
  var x: Int
  var y: Int
}
func place(_ p: Point) -> String {
  switch (p.x, p.y) {
  case (0, 0): "origin"
  case (_, 0): "on x"
  case (0, _): "on y"
  case (let x, let y) where x == y: "diagonal \(x)"
  default: "elsewhere"
  }
}
for p in [
  Point(x: 0, y: 0), Point(x: 2, y: 0), Point(x: 0, y: 3), Point(x: 4, y: 4), Point(x: 1, y: 2),
] {
  print(place(p))
}

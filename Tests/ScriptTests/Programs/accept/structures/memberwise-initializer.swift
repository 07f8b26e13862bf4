struct Point {
  var x: Double
  var y: Double
}
let p = Point(x: 1.5, y: -2)
print(p.x, p.y)
print(p)

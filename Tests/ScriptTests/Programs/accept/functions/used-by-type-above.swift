struct Circle {
  var radius: Double
  var area: Double { square(radius) * 3 }
}
print(Circle(radius: 2).area)
func square(_ x: Double) -> Double { x * x }
let offset = 10
func shifted(_ x: Int) -> Int { x + offset }
print(shifted(1))

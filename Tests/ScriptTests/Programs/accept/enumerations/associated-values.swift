enum Shape {
  case circle(radius: Double)
  case rectangle(width: Double, height: Double)
  case point
}
func area(_ s: Shape) -> Double {
  switch s {
  case .circle(let r): 3 * r * r
  case .rectangle(let w, let h): w * h
  case .point: 0
  }
}
for s in [Shape.circle(radius: 2), .rectangle(width: 3, height: 4), .point] { print(area(s), s) }

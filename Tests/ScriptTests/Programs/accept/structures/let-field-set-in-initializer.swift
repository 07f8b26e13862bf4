struct Circle {
  let radius: Double
  let area: Double
  init(radius: Double) {
    self.radius = radius
    area = 3 * radius * radius
  }
}
print(Circle(radius: 2))

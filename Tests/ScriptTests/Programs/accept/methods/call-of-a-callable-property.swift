// swift-format-ignore-file
struct Scale { var factor = 2.0
  func callAsFunction(_ x: Double) -> Double { factor * x }
  mutating func callAsFunction(by k: Double) { factor *= k } }
struct Layer { var scale = Scale(); let scales: [Scale] = [Scale(factor: 3)] }
var layer = Layer()
print(layer.scale(4), layer.scales[0](1))
layer.scale(by: 10)
print(layer.scale(4), [layer].map { $0.scale(1) })

extension Double {
  static let golden = 1.618
  static func half(of x: Double) -> Double { x / 2 }
}
print(Double.golden, Double.half(of: 3))

struct Polynomial {
  var coefficients: [Double]
  func value(at x: Double) -> Double {
    var result = 0.0
    for c in coefficients.reversed() { result = result * x + c }
    return result
  }
}
let p = Polynomial(coefficients: [25, -10, 1])
print(p.value(at: 5), p.value(at: 0))

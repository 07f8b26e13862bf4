struct Line {
  var slope: Double
  var intercept: Double
  func callAsFunction(_ x: Double) -> Double { slope * x + intercept }
}
let line = Line(slope: 2, intercept: 1)
print(line(3), [0.0, 1].map { line($0) })

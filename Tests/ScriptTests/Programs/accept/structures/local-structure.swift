func mean(_ xs: [Double]) -> Double {
  struct Sum {
    var total = 0.0
    var count = 0
    mutating func add(_ x: Double) {
      total += x
      count += 1
    }
    var mean: Double { total / Double(count) }
  }
  var sum = Sum()
  for x in xs { sum.add(x) }
  return sum.mean
}
print(mean([1, 2, 6]))

struct Average {
  private var sum = 0.0
  private var n = 0.0
  mutating func add(_ x: Double) -> Double {
    sum += x
    n += 1
    return sum / n
  }
}
var a = Average()
for x in [2.0, 4, 9] { print(a.add(x)) }

struct Running {
  private(set) var count = 0
  private var mean = 0.0
  private var sum = 0.0
  mutating func add(_ x: Double) {
    count += 1
    let delta = x - mean
    mean += delta / Double(count)
    sum += delta * (x - mean)
  }
  var variance: Double { count > 1 ? sum / Double(count - 1) : 0 }
}
var r = Running()
for x in [2.0, 4, 4, 4, 5, 5, 7, 9] { r.add(x) }
print(r.count, r.variance > 4.57, r.variance < 4.58)

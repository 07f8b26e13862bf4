extension Array where Element == Double {
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
  mutating func center() {
    let mean = self.mean
    for i in indices { self[i] -= mean }
  }
}
extension Dictionary where Key == String, Value == Int {
  func total() -> Int { values.reduce(0, +) }
}
extension Set where Element == Int {
  var sum: Int { reduce(0, +) }
}
var z = [1.0, 2.0, 6.0]
print(z.mean)
z.center()
print(z, ["a": 1, "b": 2].total(), Set([1, 2, 2]).sum)

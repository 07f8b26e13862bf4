// swift-format-ignore-file
func total(_ xs: [Int]) -> Int {
  var sum = 0
  func add(_ x: Int) { sum += x }
  for x in xs { add(x) }
  return sum
}
print(total([1, 2, 3]))

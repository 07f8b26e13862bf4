func minMax(_ a: [Int]) -> (min: Int, max: Int)? {
  guard var low = a.first, var high = a.first else { return nil }
  for n in a.dropFirst() {
    low = min(low, n)
    high = max(high, n)
  }
  return (low, high)
}
if let r = minMax([8, -6, 2, 109, 3]) { print("min \(r.min), max \(r.max)") }
print(minMax([]) == nil)

// swift-format-ignore-file
func minMax(_ array: [Int]) -> (min: Int, max: Int)? {
  if array.isEmpty { return nil }
  var low = array[0], high = array[0]
  for value in array[1..<array.count] { if value < low { low = value } else if value > high { high = value } }
  return (low, high)
}
if let bounds = minMax([8, -6, 2, 109, 3, 71]) { print(bounds.min, bounds.max) }
print(minMax([]) == nil)

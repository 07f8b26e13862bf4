// swift-format-ignore-file
func move(from start: Int, to end: Int, _ step: Int = 1) -> [Int] {
  var result: [Int] = []
  var i = start
  while i < end { result.append(i); i += step }
  return result
}
print(move(from: 1, to: 5), move(from: 0, to: 10, 3))

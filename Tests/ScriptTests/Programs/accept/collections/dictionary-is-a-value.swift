// swift-format-ignore-file
let first = ["a": 1]
var second = first
second["b"] = 2
print(first.count, second.count)
func grow(_ d: [String: Int]) -> [String: Int] {
  var d = d
  d["c"] = 3
  return d
}
print(grow(second).count, second.count)
func clear(_ d: inout [String: Int]) { d = [:] }
clear(&second)
print(second)

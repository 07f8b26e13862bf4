// swift-format-ignore-file
enum Shape: Hashable {
  case circle(Double)
  case box(Int, Int)
  case dot
}
var seen: [Shape: Int] = [:]
for shape in [Shape.circle(1), .box(1, 2), .dot, .box(1, 2), .circle(1), .box(2, 1)] {
  seen[shape, default: 0] += 1
}
print(seen[.circle(1)]!, seen[.box(1, 2)]!, seen[.box(2, 1)]!, seen[.dot]!, seen[.circle(2)] ?? 0)

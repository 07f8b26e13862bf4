// swift-format-ignore-file
struct Point: Hashable {
  var x: Int
  var y: Int
}
enum Side: String, Hashable { case left, right }
var names = [Point(x: 0, y: 0): "origin"]
names[Point(x: 1, y: 2)] = "p"
print(names[Point(x: 1, y: 2)]!, names[Point(x: 2, y: 1)] ?? "-")
var turns: [Side: Int] = [.left: 1, .right: 2]
turns[.left]! += 5
turns[.right] = nil
print(turns[.left]!, turns[.right] ?? 0)

// swift-format-ignore-file
struct S {
  var total = 0
  mutating func add(_ xs: [Int]) {
    var last = 0 {
      didSet { total += last - oldValue }
    }
    for x in xs { last = x }
  }
}
var s = S()
s.add([3, 5, 4])
print(s.total)

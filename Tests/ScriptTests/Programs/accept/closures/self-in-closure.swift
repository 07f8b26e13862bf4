// swift-format-ignore-file
struct S {
  var n = 0
  func make() -> () -> Int { return { n } }
  mutating func all(_ xs: [Int]) { xs.forEach { n += $0 } }
}
var s = S()
s.all([1, 2])
print(s.make()(), s.n)

// swift-format-ignore-file
struct S {
  var n = 0
  mutating func make() -> () -> Int { return { n } }
}
var s = S()
print(s.make()())

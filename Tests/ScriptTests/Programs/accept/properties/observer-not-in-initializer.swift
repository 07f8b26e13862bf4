// swift-format-ignore-file
struct S {
  var x: Int { didSet { print("set", x) } }
  init(x: Int) { self.x = x }
}
var s = S(x: 1)
s.x = 2

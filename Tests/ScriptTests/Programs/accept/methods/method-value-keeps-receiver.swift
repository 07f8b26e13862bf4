struct Adder {
  var n: Int
  func add(_ x: Int) -> Int { n + x }
}
var a = Adder(n: 1)
let f = a.add
a.n = 100
print(f(1), a.add(1))

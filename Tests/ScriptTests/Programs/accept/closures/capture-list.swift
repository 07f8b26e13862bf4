var n = 1
let byValue = { [n] in n * 10 }
let byReference = { n * 10 }
n = 5
print(byValue(), byReference())
let sum = { [start = n * 2] (x: Int) in start + x }
print(sum(1), [1, 2].map { [n] in $0 + n })
struct S {
  var k = 3
  func adder() -> (Int) -> Int { { [k] in $0 + k } }
}
print(S().adder()(4))

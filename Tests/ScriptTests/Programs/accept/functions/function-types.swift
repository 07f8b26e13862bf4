// swift-format-ignore-file
func add(_ a: Int, _ b: Int) -> Int { a + b }
func multiply(_ a: Int, _ b: Int) -> Int { a * b }
var op: (Int, Int) -> Int = add
print(op(2, 3))
op = multiply
print(op(2, 3))
func show(_ f: (Int, Int) -> Int, _ a: Int, _ b: Int) { print("result", f(a, b)) }
show(add, 3, 5)

func apply(_ f: (Int, Int) -> Int, _ a: Int, _ b: Int) -> Int { f(a, b) }
func add(_ a: Int, _ b: Int) -> Int { a + b }
print(apply(add, 3, 4), apply(*, 3, 4), apply({ $0 - $1 }, 3, 4), apply(max, 3, 4))

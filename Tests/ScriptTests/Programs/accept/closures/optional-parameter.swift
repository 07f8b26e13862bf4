// swift-format-ignore-file
func apply(_ f: ((Int) -> Int)?, _ n: Int) -> Int { f?(n) ?? n }
print(apply(nil, 3), apply({ $0 * 2 }, 3))
func compose(_ f: @escaping (Int) -> Int, _ g: @escaping (Int) -> Int) -> (Int) -> Int { { g(f($0)) } }
print(compose({ $0 + 1 }, { $0 * 10 })(2))
func each(_ xs: [Int], _ f: (Int) -> Void) { xs.forEach(f); for x in xs { f(x) } }
each([1, 2]) { print($0) }
func twice(_ f: () -> Void) { f(); inner(); func inner() { f() } }
twice { print("x") }

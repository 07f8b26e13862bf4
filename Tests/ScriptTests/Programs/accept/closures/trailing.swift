// swift-format-ignore-file
func run(_ n: Int, then body: (Int) -> Void) { body(n) }
run(3) { print("got", $0) }
run(4, then: { x in print(x) })
func both(first: () -> Int, second: () -> Int) -> Int { first() * second() }
print(both { 6 } second: { 7 })

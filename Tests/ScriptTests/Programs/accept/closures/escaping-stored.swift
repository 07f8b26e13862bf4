// swift-format-ignore-file
var actions: [() -> Int] = []
func later(_ f: @escaping () -> Int) { actions.append(f) }
func now(_ f: () -> Int) -> Int { f() + run(f) }
func run(_ g: () -> Int) -> Int { g() }
var n = 1
later { n + 1 }
n = 5
print(actions[0](), now { n })
struct Box {
  let f: (Int) -> Int
  init(_ f: @escaping (Int) -> Int) { self.f = f }
}
print(Box { $0 * 2 }.f(4))

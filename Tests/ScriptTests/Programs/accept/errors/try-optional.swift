enum E: Error { case bad }
func half(_ n: Int) throws -> Int {
  guard n % 2 == 0 else { throw E.bad }
  return n / 2
}
let a = try? half(10)
let b = try? half(3)
print(a ?? -1, b ?? -1)
if let c = try? half(8) { print(c) }

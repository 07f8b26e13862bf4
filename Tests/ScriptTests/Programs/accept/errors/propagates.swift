enum Deep: Error { case here }
func c(_ n: Int) throws -> Int {
  if n > 2 { throw Deep.here }
  return n
}
func b(_ n: Int) throws -> Int { try c(n) * 10 }
func a(_ n: Int) throws -> Int { try b(n) + 1 }
for n in 2...3 {
  do { print(try a(n)) } catch { print("caught", error) }
}

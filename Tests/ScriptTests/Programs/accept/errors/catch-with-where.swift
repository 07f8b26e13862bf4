enum E: Error { case code(Int) }
func f(_ n: Int) throws { throw E.code(n) }
for n in [3, 30] {
  do { try f(n) } catch E.code(let c) where c > 10 { print("big", c) } catch { print("small") }
}

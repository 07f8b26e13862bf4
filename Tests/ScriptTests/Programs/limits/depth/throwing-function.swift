enum Failure: Error { case bottom }
func dive(_ n: Int) throws -> Int {
  do { return try dive(n + 1) } catch { throw Failure.bottom }
}
print((try? dive(0)) ?? -1)

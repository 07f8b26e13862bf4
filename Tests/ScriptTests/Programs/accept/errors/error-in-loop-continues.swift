enum E: Error { case skip }
func f(_ n: Int) throws -> Int {
  if n % 3 == 0 { throw E.skip }
  return n
}
var kept: [Int] = []
for n in 1...7 {
  do { kept.append(try f(n)) } catch { continue }
}
print(kept)

// swift-format-ignore-file
func pick(_ flag: Bool, _ f: (Int) -> Int) -> Int {
  if flag { return f(1) }
  return [1, 2].map { f($0) }.reduce(0, +) + [3].map(f)[0]
}
print(pick(true) { $0 + 1 }, pick(false) { $0 * 2 })
func count(_ n: inout Int, _ xs: [Int]) { xs.forEach { n += $0 }; _ = xs.map { x -> Int in n += x; return x } }
var n = 0
count(&n, [1, 2])
print(n)

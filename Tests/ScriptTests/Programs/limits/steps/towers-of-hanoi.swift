func move(_ n: Int, from: Int, to: Int, over: Int, count: inout Int) {
  if n == 0 { return }
  move(n - 1, from: from, to: over, over: to, count: &count)
  count += 1
  move(n - 1, from: over, to: to, over: from, count: &count)
}
var count = 0
move(64, from: 0, to: 2, over: 1, count: &count)
print(count)

func descend(_ n: Int) -> Int {
  let row = Array(repeating: n, count: 100_000)
  return descend(n + 1) + row[0]
}
print(descend(0))

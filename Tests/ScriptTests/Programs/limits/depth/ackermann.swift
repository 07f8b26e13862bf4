func ackermann(_ m: Int, _ n: Int) -> Int {
  if m == 0 { return n + 1 }
  return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1))
}
print(ackermann(1, 20_000))

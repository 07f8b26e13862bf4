var memo: [Int: Int] = [:]
func fib(_ n: Int) -> Int {
  if n < 2 { return n }
  if let known = memo[n] { return known }
  let value = fib(n - 1) + fib(n - 2)
  memo[n] = value
  return value
}
print(fib(50))

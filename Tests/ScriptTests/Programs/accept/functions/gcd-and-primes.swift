func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
func isPrime(_ n: Int) -> Bool {
  guard n > 1 else { return false }
  var d = 2
  while d * d <= n {
    if n.isMultiple(of: d) { return false }
    d += 1
  }
  return true
}
print(gcd(84, 36), (1...30).filter(isPrime))

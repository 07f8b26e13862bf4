extension Int {
  subscript(digit i: Int) -> Int {
    var n = self
    for _ in 0..<i { n /= 10 }
    return n % 10
  }
}
print(746_381_295[digit: 0], 746_381_295[digit: 8], 7[digit: 3])

func root(_ x: Double) -> Double {
  var guess = x
  repeat { guess = (guess + x / guess) / 2 } while (guess * guess - x).magnitude > 1e-12
  return guess
}
print(root(2) > 1.41421356, root(9) - 3 < 1e-9)

precedencegroup PowerPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}
infix operator ** : PowerPrecedence
func ** (base: Int, exponent: Int) -> Int { (0..<exponent).reduce(1) { r, _ in r * base } }
print(2 ** 3 ** 2, 2 * 3 ** 2)

struct Maths {
  static func square(_ x: Int) -> Int { x * x }
  static func sumOfSquares(_ a: Int, _ b: Int) -> Int { square(a) + square(b) }
}
print(Maths.sumOfSquares(3, 4))

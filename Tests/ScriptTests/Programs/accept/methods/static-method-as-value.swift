struct Maths {
  static func square(_ x: Int) -> Int { x * x }
}
print([1, 2, 3].map(Maths.square))
let f = Maths.square
print(f(12))

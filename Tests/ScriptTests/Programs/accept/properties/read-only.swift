struct Triangle {
  let a: Int, b: Int, c: Int
  var perimeter: Int { a + b + c }
  var isRight: Bool { a * a + b * b == c * c }
}
let t = Triangle(a: 3, b: 4, c: 5)
print(t.perimeter, t.isRight)

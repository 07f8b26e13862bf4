enum ShapeError: Error { case mismatch(Int, Int) }
func check(_ a: Int, _ b: Int) throws {
  if a != b { throw ShapeError.mismatch(a, b) }
  print("fits")
}
do {
  try check(2, 2)
  try check(2, 3)
  print("not reached")
} catch ShapeError.mismatch(let a, let b) {
  print("\(a) is not \(b)")
} catch {
  print("other")
}

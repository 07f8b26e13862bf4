enum Invalid: Error { case negative(Double) }
struct Root {
  let value: Double
  init(of x: Double) throws {
    guard x >= 0 else { throw Invalid.negative(x) }
    value = x.squareRoot()
  }
}
do {
  print(try Root(of: 9).value)
  print(try Root(of: -1).value)
} catch { print(error) }

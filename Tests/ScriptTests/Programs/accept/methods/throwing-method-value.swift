struct Parser {
  struct Bad: Error {}
  func digit(_ s: String) throws -> Int {
    guard let n = Int(s) else { throw Bad() }
    return n
  }
  func length(_ s: String) -> Int { s.count }
}
let p = Parser()
print(["a", "bcd"].map(p.length))
do {
  print(try ["1", "2"].map(p.digit))
  print(try ["1", "x"].map(p.digit))
} catch { print("bad") }

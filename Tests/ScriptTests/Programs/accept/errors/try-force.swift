// swift-format-ignore-file
enum E: Error { case bad }
func positive(_ n: Int) throws -> Int {
  if n < 0 { throw E.bad }
  return n
}
print(try! positive(3))

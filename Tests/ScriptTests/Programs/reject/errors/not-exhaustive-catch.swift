// swift-format-ignore-file
enum E: Error { case a, b }
func f() throws { throw E.a }
func g() {
  do {
    try f()
  } catch E.a { print("a") }
}

// swift-format-ignore-file
enum A: Error { case a, b }
func f() throws(A) { throw .a }
func g() {
  do { try f() } catch .a { print("a") } catch .b { print("b") }
}

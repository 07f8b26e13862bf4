// swift-format-ignore-file
func f() {
  print("a")
  do {
    defer { print("inner") }
    print("b")
  }
  print("c")
}
f()

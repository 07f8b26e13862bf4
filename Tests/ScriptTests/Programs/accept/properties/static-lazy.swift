// swift-format-ignore-file
func make(_ s: String) -> Int {
  print("making", s)
  return 1
}
struct S {
  static let a = make("a")
  static var b = make("b")
}
print("start")
print(S.b)
print(S.a)
print(S.a)
S.b = 4
print(S.b)

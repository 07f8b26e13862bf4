enum E: Int {
  case a = 1
  case b = 1
}
enum F: String {
  case x
  case y = "x"
}
print(E.a)

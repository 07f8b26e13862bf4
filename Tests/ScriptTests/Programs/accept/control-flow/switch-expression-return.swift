// swift-format-ignore-file
func kind(_ n: Int) -> String {
  switch n {
  case 0: "zero"
  case let n where n % 2 == 0: "even"
  default: "odd"
  }
}
print(kind(0), kind(4), kind(7))

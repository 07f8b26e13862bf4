// swift-format-ignore-file
if #available(iOS 10, macOS 10.12, *) {
  print("newer")
} else {
  print("older")
}
func f(_ x: Int) -> Int {
  guard #available(macOS 10.12, *), x > 0 else { return 0 }
  return x
}
print(f(3), f(-1))
if #unavailable(iOS 10) { print("old") } else { print("not old") }

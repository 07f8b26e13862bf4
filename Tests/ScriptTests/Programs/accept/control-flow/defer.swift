// swift-format-ignore-file
func work(_ n: Int) {
  defer { print("last") }
  defer { print("before last") }
  if n == 0 { print("early"); return }
  print("work")
}
work(1)
work(0)

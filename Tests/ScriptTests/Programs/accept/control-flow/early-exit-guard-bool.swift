// swift-format-ignore-file
func describe(_ n: Int) -> String {
  guard n >= 0 else { return "negative" }
  guard n < 10, n != 5 else { return "excluded" }
  return "ok"
}
print(describe(-1), describe(5), describe(3), describe(11))

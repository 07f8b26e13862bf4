// swift-format-ignore-file
func greet(_ name: String?) -> String {
  guard let name else { return "nobody" }
  guard !name.isEmpty else { return "empty" }
  return "Hello, " + name
}
print(greet("Ann"), greet(nil), greet(""))

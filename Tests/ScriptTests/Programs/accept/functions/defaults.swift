// swift-format-ignore-file
func join(_ a: String, _ b: String, with separator: String = ", ", end: String = ".") -> String {
  a + separator + b + end
}
print(join("a", "b"), join("a", "b", with: "-"), join("a", "b", end: "!"))

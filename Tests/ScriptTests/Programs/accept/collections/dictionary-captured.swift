// swift-format-ignore-file
func counter() -> (String) -> Int {
  var seen: [String: Int] = [:]
  return { name in
    seen[name, default: 0] += 1
    return seen[name]!
  }
}
let count = counter()
print(count("a"), count("b"), count("a"), count("a"))

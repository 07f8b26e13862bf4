// swift-format-ignore-file
struct Counter {
  func add(by n: Int) -> Int { n }
}
print(Counter().add(5))

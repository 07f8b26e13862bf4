// swift-format-ignore-file
struct Counter {
  func up() {}
  func up() {}
}

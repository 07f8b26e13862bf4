// swift-format-ignore-file
struct Counter {
  var count = 0
  func up() { count = 3 }
}

// swift-format-ignore-file
struct Counter {
  var count = 0
  func reset() { self = Counter() }
}

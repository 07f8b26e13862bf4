// swift-format-ignore-file
extension Point {
  func f() {}
}

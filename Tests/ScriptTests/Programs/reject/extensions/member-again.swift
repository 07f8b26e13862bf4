// swift-format-ignore-file
struct P {
  func f() {}
}
extension P {
  func f() {}
}

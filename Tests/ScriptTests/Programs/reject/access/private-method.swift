// swift-format-ignore-file
struct P {
  private func f() {}
}
P().f()

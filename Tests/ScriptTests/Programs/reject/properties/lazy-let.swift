// swift-format-ignore-file
struct P {
  lazy let x = 3
}

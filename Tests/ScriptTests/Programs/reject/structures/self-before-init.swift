// swift-format-ignore-file
struct P {
  var x: Int, y: Int
  init() { x = y; y = 2 }
}

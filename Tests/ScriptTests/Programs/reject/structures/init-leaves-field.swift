// swift-format-ignore-file
struct P {
  var x: Int, y: Int
  init() { x = 1 }
}

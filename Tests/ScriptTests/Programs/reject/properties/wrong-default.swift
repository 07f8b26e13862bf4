// swift-format-ignore-file
struct P {
  var x: Int = "one"
}

// swift-format-ignore-file
struct P {
  var x: Int { set { print(newValue) } }
}

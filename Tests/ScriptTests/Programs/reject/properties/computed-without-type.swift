// swift-format-ignore-file
struct P {
  var x { 3 }
}

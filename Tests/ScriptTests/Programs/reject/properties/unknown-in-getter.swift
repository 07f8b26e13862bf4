// swift-format-ignore-file
struct P {
  var twice: Int { size * 2 }
}

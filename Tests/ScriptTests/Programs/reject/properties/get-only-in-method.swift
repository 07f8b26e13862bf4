// swift-format-ignore-file
struct P {
  var a = 1
  var twice: Int { a * 2 }
  mutating func set() { twice = 4 }
}

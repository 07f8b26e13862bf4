// swift-format-ignore-file
struct Counter {
  var count = 0
  mutating func up() { count += 1 }
}
Counter().up()

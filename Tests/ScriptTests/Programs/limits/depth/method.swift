struct Walker {
  var position = 0
  mutating func walk() {
    position += 1
    walk()
  }
}
var walker = Walker()
walker.walk()

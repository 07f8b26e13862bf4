struct Light {
  var isOn = false
  var changes = 0
  mutating func reset() { self = Light() }
  mutating func toggle() {
    isOn.toggle()
    changes += 1
  }
}
var l = Light()
l.toggle()
l.toggle()
l.toggle()
print(l)
l.reset()
print(l)

enum Switch {
  case on, off
  mutating func toggle() { self = self == .on ? .off : .on }
  func name() -> String { self == .on ? "on" : "off" }
}
var s = Switch.off
s.toggle()
print(s, s.name())
s.toggle()
print(s)

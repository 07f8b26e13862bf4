// swift-format-ignore-file
var level = 1 {
  willSet { print("to", newValue) }
  didSet { if level > 10 { level = 10 } }
}
func raise(_ n: inout Int) { n *= 5 }
raise(&level)
raise(&level)
print(level)

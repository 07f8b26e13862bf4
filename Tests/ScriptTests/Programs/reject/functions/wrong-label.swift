// swift-format-ignore-file
func f(a: Int) {}
f(b: 1)

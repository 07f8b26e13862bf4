// swift-format-ignore-file
func f(_ a: Int) {}
f("x")

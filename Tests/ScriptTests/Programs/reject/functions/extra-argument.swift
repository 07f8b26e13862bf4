// swift-format-ignore-file
func f(_ n: Int) {}
f(1, 2)

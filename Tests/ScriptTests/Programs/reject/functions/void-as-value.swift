// swift-format-ignore-file
func f() {}
let n: Int = f()

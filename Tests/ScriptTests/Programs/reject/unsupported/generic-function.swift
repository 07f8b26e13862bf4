// swift-format-ignore-file
func f<T>(_ x: Int) {}

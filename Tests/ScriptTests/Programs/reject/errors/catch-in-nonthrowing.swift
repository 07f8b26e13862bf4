// swift-format-ignore-file
enum E: Error { case a }
func f() throws {}
func g() { try f() }

// swift-format-ignore-file
enum E: Error { case a }
func f() { throw E.a }

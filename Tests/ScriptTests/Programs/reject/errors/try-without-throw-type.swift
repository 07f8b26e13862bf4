// swift-format-ignore-file
struct E {}
func f() throws { throw E() }

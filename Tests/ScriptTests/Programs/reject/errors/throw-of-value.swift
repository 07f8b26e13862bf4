// swift-format-ignore-file
struct S {}
func f() throws { throw S() }

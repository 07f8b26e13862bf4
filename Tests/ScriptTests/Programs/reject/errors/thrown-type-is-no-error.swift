// swift-format-ignore-file
struct S {}
func f() throws(S) {}
func g() throws(Int) {}

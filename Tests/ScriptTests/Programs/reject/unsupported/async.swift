// swift-format-ignore-file
func f() async {}

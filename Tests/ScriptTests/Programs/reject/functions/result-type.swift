// swift-format-ignore-file
func f() -> Int { return  "a" }

// swift-format-ignore-file
func f(_ s: String) {}
for c in "abc" { f(c) }

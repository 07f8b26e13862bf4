// swift-format-ignore-file
let s = "a"
s.append("b")

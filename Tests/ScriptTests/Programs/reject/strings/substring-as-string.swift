// swift-format-ignore-file
let s = "abc"
let t: String = s.prefix(2)

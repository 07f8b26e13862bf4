// swift-format-ignore-file
let s: String = ["a", "b"]

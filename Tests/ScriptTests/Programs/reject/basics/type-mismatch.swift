// swift-format-ignore-file
let a: Int = "one"

// swift-format-ignore-file
let a: Int32 = 1
let b: Int = a

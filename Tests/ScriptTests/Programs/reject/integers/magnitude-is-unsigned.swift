// swift-format-ignore-file
let n: Int = (-3).magnitude

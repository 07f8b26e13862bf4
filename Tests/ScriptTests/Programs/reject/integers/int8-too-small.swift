// swift-format-ignore-file
let x: Int8 = -129

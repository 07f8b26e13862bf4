// swift-format-ignore-file
let a: UInt8 = 1.5

// swift-format-ignore-file
let x: UInt8 = -1

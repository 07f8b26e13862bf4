// swift-format-ignore-file
let a = 1
let a = 2

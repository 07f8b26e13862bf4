// swift-format-ignore-file
let n = 3
let d = 0.5
let x = n + d

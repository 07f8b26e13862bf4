// swift-format-ignore-file
let s: Set<Int> = ["a"]

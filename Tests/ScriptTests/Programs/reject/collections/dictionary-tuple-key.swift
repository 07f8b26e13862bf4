// swift-format-ignore-file
var d: [(Int, Int): String] = [:]

// swift-format-ignore-file
var n = 1
n++

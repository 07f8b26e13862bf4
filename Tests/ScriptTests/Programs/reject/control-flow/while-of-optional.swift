// swift-format-ignore-file
var n: Int? = 3
while n { n = nil }

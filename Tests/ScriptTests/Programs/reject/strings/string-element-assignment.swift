// swift-format-ignore-file
var s = "abc"
s[s.startIndex] = "x"

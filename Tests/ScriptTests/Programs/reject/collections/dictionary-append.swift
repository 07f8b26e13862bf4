// swift-format-ignore-file
var d = ["a": 1]
d.append(3)

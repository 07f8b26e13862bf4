// swift-format-ignore-file
var d = ["a": 1]
d["b"] = "x"

// swift-format-ignore-file
let d = ["a": 1]
d["b"] = 2

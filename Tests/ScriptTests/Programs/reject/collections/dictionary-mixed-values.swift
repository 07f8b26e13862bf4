// swift-format-ignore-file
let d = ["a": 1, "b": "x"]

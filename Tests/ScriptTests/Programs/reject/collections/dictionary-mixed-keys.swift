// swift-format-ignore-file
let d = ["a": 1, 2: 3]

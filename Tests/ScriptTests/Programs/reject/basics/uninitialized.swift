// swift-format-ignore-file
let x: Int
print(x)

// swift-format-ignore-file
let n = 3
print(n!)

// swift-format-ignore-file
let n = 1
print(n == nil)

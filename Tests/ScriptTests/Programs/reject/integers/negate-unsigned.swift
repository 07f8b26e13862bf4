// swift-format-ignore-file
let a: UInt = 1
print(-a)

// swift-format-ignore-file
let a: UInt8 = 1
let b = 2
print(a + b)

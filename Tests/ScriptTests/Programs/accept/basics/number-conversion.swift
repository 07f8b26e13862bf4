// swift-format-ignore-file
let three = 3
let fraction = 0.14159
let pi = Double(three) + fraction
print(pi, Int(pi), Int(-4.75), Int(4.75))

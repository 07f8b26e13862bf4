// swift-format-ignore-file
let x: [Int]! = [1]
let y = x
y.isEmpty
print(y + [2])
let z: Int! = 3
let w: String = z

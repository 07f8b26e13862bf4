let a = Array(0..<4)
let b = [Int](1...3)
let c = Array(stride(from: 0, to: 10, by: 4))
print(a, b, c)

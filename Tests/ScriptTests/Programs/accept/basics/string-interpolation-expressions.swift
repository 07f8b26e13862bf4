let a = 3
let b = 2.5
print("\(a) * \(b) is \(Double(a) * b), \(a > 2 ? "big" : "small")")
print("nested \("inner \(a)")", "\([1, 2])", "\((a, b))")

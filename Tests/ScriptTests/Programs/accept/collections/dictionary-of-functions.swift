// swift-format-ignore-file
let operations: [String: (Double, Double) -> Double] = ["+": { $0 + $1 }, "*": { $0 * $1 }]
print(operations["+"]!(2, 3), operations["*"]!(2, 3))
print(operations["-"]?(1, 2) ?? 0.5)

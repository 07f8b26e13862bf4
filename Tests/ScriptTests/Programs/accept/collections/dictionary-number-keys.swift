// swift-format-ignore-file
let d: [Double: String] = [0.0: "zero", 1.5: "more"]
print(d[-0.0]!, d[1.5]!, d[2] ?? "-")
let b: [Bool: Int] = [true: 1]
print(b[false] ?? 0, b[1 < 2]!)
let lists: [[Int]: String] = [[1, 2]: "a", []: "b"]
print(lists[[1, 2]]!, lists[[]]!, lists[[2]] ?? "c")

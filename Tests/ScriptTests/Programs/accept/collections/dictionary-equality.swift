// swift-format-ignore-file
let a = ["x": 1, "y": 2]
let b = ["y": 2, "x": 1]
print(a == b, a != ["x": 1], a == ["x": 1, "y": 3])
print([[1: "a"]] == [[1: "a"]])
let m: [String: Int?] = ["k": nil]
print(m == ["k": nil], m.count)

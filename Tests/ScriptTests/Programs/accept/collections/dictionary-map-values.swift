// swift-format-ignore-file
let d = ["a": 1, "b": 2, "c": 3]
let squares = d.mapValues { $0 * $0 }
print(squares["c"]!, squares.count)
let texts = d.mapValues { "<\($0)>" }
print(texts["a"]!)
let odd = d.compactMapValues { $0 % 2 == 1 ? $0 : nil }
print(odd.count, odd["b"] == nil)
let numbers = ["a": "1", "b": "x"].compactMapValues { Int($0) }
print(numbers)

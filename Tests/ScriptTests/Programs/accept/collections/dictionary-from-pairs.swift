// swift-format-ignore-file
let squares = Dictionary(uniqueKeysWithValues: (1...3).map { ($0, $0 * $0) })
print(squares[1]!, squares[2]!, squares[3]!, squares.count)
let zipped = Dictionary(uniqueKeysWithValues: zip(["x", "y"], [1.5, 2.5]))
print(zipped["y"]!)
let last = Dictionary([("a", 1), ("b", 2), ("a", 3)], uniquingKeysWith: { _, new in new })
print(last["a"]!, last.count)
let sums = Dictionary([("a", 1), ("a", 5)], uniquingKeysWith: +)
print(sums)

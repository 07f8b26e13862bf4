// swift-format-ignore-file
print(["a", "b"].map { $0 == "a" ? "U" : "l" }.joined(), "ab".map { _ in "-" }.joined())
print(["a"].map { $0 + "l" }.joined(), [true].map { $0 ? "yes" : "no" }.joined(), [2.5].map { _ in "x" }.joined(separator: ","))
print([2.5, 1].map { _ in [1, 2] }.joined().count, [[1], [2]].map { $0 + [3] }.joined().map { $0 })
let marks = [3, 1].map { n in n > 2 ? "#" : "." }.joined()
print(marks, marks.count)

// swift-format-ignore-file
let n: Int? = 4
let none: Int? = nil
print(n.map { $0 * 2 } ?? 0, none.map { $0 * 2 } ?? 0)
print(n.flatMap { $0 > 3 ? "big" : nil } ?? "small")
let text = n.map { "<\($0)>" }
print(text ?? "-", Int("12").map { $0 + 1 }!)
print(Int("x").flatMap { Int("\($0)") } == nil)
let list = n.map { [$0, $0] } ?? []
print(list)

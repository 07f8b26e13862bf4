let n: Int? = 4
print(n.map { $0 * 2 } ?? 0)
let text: String? = "12"
print(text.flatMap { Int($0) } ?? -1, Optional("x").flatMap { Int($0) } ?? -1)

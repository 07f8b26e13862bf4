// swift-format-ignore-file
let xs = [1, 2, 3, 4, 5, 6]
print(xs.map { $0 * $0 }.filter { $0 % 2 == 0 }.reduce(0) { $0 + $1 })
print(xs.flatMap { [$0, -$0] }, ["1", "x", "3"].compactMap { Int($0) })
print(xs.allSatisfy { $0 > 0 }, xs.contains { $0 > 5 }, xs.first { $0 > 3 } ?? 0)

// swift-format-ignore-file
let s: Set = [4, 2, 6]
var sum = 0
for x in s { sum += x }
print(sum, s.map { $0 * 2 }.sorted(), s.filter { $0 > 3 }.sorted())
print(s.min()!, s.max()!, s.reduce(0, +), s.contains { $0 > 5 })
print(Array(s).count, s.sorted(by: >))
let even = s.filter { $0 % 4 == 0 }
print(even)

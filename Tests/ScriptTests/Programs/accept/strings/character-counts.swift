// swift-format-ignore-file
var counts: [Character: Int] = [:]
for c in "mississippi" { counts[c, default: 0] += 1 }
for (c, n) in counts.sorted(by: { $0.key < $1.key }) { print(c, n) }
let unique = Set("banana")
print(unique.sorted(), unique.contains("n"))
let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }!
print(most.key, most.value)

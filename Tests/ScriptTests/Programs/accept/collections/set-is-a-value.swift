// swift-format-ignore-file
let a: Set = [1]
var b = a
b.insert(2)
print(a.count, b.count)
var groups: [String: Set<Int>] = [:]
groups["x", default: []].insert(1)
groups["x", default: []].insert(1)
groups["x"]!.insert(2)
print(groups["x"]!.sorted())

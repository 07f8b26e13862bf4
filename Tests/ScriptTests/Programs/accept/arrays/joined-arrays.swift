// swift-format-ignore-file
let rows = [[1, 2], [3], []]
print(Array(rows.joined()))
for x in rows.joined() { print(x) }
print(rows.joined().reduce(0, +), rows.joined().count)
print(Array([[1], [2]].joined(separator: [0, 0])))

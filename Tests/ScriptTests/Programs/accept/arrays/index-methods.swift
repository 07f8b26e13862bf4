// swift-format-ignore-file
let a = [5, 6, 7]
print(a.startIndex, a.endIndex, a.indices)
print(a.index(after: 0), a.index(before: 2), a.index(0, offsetBy: 2), a.distance(from: 0, to: 2))
var i = a.startIndex
while i < a.endIndex {
  print(a[i])
  i = a.index(after: i)
}

// swift-format-ignore-file
let a = [10, 20, 30, 40, 50]
let s = a[2...]
print(s.startIndex, s.endIndex, s[2], s.count, s)
for i in s.indices { print(i, s[i]) }
print(s.first!, s.last!)
let d = a.dropFirst()
print(d.startIndex, d[1])
print(s.firstIndex(of: 40)!)
let t = s[3...]
print(t.startIndex, t)
print(Array(s)[0])
print(s.index(after: s.startIndex))

// swift-format-ignore-file
var a = [1, 2, 3, 4, 5]
var s = a[1..<4]
s[1] = 20
s.append(99)
print(s, a, s.startIndex, s.endIndex)
s.removeFirst()
print(s, s.startIndex)
a[1...2] = [7]
print(a)

// swift-format-ignore-file
var a: [Int] = []
a.reserveCapacity(10)
for i in 0..<3 { a.append(i * i) }
a[a.count - 1] += 100
print(a, a.last!)

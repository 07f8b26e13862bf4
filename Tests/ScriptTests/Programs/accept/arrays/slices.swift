var a = [0, 1, 2, 3, 4, 5]
let middle = a[2...4]
print(Array(middle), middle.count, middle.first ?? -1)
a[1..<3] = [10, 20, 30]
print(a)
print(Array(a[..<2]), Array(a[5...]))

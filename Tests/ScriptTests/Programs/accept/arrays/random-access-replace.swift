var a = [1, 2, 3, 4, 5]
a.replaceSubrange(1...2, with: [9])
print(a)
a.removeSubrange(0..<2)
print(a)
a.removeFirst(1)
print(a)

var n = [3, 1, 2]
print(n.sorted(), n.sorted(by: >))
n.sort()
print(n)
n.sort { $0 > $1 }
print(n)
n.reverse()
print(n, Array(n.reversed()))

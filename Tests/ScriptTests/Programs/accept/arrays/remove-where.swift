var n = Array(1...10)
n.removeAll { $0 % 3 == 0 }
print(n)
n.removeAll(where: { $0 > 5 })
print(n)

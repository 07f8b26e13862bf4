let n = [2, 4, 6]
print(n.allSatisfy { $0 % 2 == 0 }, n.allSatisfy { $0 > 2 })

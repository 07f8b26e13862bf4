let n: [Int?] = [1, nil, 3]
print(n.compactMap { $0 }, n.count, n)
for case let x? in n { print(x) }

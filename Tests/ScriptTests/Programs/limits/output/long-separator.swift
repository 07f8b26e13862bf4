let gap = String(repeating: "-", count: 500_000)
print(1, 2, 3, 4, separator: gap)

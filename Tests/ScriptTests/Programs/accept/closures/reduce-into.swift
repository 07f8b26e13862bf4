let counts = [1, 2, 1, 3, 1].reduce(into: [0, 0, 0, 0]) { $0[$1] += 1 }
print(counts)

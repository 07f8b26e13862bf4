var a = [1]
a.append(contentsOf: [2, 3])
a += 4...6
a.insert(contentsOf: [0, 0], at: 0)
print(a)

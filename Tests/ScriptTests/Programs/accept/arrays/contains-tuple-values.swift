let pairs = [(1, "a"), (2, "b")]
print(pairs.contains { $0 == (2, "b") }, pairs.first { $0.1 == "a" }?.0 ?? 0)
for (number, letter) in pairs { print(number, letter) }

print(["a", "b", "c"].joined(separator: "-"), ["x", "y"].joined())
print([[1, 2], [3]].flatMap { $0 }.map { $0 * 2 })

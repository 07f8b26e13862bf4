let words = ["1", "two", "3"]
print(words.compactMap { Int($0) }, words.map { Int($0) ?? 0 })

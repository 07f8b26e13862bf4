let text = String(repeating: "abcdefgh", count: Int.max)
print(text.count)

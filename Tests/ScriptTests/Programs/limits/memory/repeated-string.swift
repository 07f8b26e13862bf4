let text = String(repeating: "ab", count: 1_000_000_000_000)
print(text.count)

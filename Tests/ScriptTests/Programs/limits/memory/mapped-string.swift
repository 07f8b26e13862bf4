let text = String(repeating: "ab", count: 1_000_000)
print(text.map { "\($0)\($0)" }.count)

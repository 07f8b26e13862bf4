var text = String(repeating: "ß", count: 2_000_000)
text = text.uppercased() + text.lowercased() + text.uppercased()
print(text.count)

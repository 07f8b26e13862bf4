let text = String(repeating: "ab", count: 1_000_000)
let characters = Array(text)
print(characters.count)

let text = String(repeating: "a ", count: 1_000_000)
let words = text.split(separator: " ")
print(words.count)

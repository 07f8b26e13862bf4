let line = String(repeating: "x", count: 1_000_000)
let text = "\(Array(repeating: line, count: 40))"
print(text.count)

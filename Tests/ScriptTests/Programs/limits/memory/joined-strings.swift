let line = String(repeating: "x", count: 10_000)
let lines = Array(repeating: line, count: 100_000)
print(lines.joined(separator: "\n").count)

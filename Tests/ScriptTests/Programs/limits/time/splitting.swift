let text = String(repeating: "abc ", count: 100_000)
while text.split(separator: " ").count == 100_000 {}

let text = String(repeating: "👩‍👩‍👧", count: 100_000)
while text.count == 100_000 {}

print(String(repeating: "x", count: 5_000_000))

print(Array(0..<1_000_000))

print(stride(from: 0, to: 1_000_000_000_000_000_000, by: 2).allSatisfy { $0 % 2 == 0 })

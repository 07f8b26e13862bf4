if (0..<1_000_000_000_000).contains(where: { $0 % 2 == 3 }) { print("found") }

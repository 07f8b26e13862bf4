print((0..<Int.max).count { $0 % 3 == 0 })

let pairs = (0..<Int.max).flatMap { [$0, $0] }
print(pairs.count)

let numbers = (0..<100_000).map { $0 &* 7_919 % 100_003 }
while numbers.sorted(by: { $0 > $1 }).count == numbers.count {}

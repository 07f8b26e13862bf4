let numbers = Array(repeating: 0.1, count: 10_000)
while "\(numbers)".count > 10 {}

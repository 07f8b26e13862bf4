let numbers = Set(0..<1_000_000_000_000)
print(numbers.count)

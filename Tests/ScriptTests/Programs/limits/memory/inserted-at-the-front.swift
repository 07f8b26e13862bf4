var numbers = Array(repeating: 0, count: 1_000_000)
numbers.insert(contentsOf: Array(repeating: 1, count: 1_000_000), at: 0)
print(numbers.count)

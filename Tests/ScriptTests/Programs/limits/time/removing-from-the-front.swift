var numbers = Array(0..<2_000_000)
while !numbers.isEmpty { numbers.removeFirst() }
print(numbers.count)

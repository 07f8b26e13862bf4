var numbers = [1]
for _ in 0..<60 { numbers += numbers }
print(numbers.count)

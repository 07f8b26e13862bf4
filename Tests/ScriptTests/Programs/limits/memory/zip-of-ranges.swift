var sum = 0
for (a, b) in zip(0...Int.max, stride(from: 0, to: Int.max, by: 3)) { sum = b - a }
print(sum)

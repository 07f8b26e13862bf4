var sum = 0
for i in stride(from: 0, to: 1_000_000_000_000_000_000, by: 1) { sum &+= i }
print(sum)

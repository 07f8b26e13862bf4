var sum = 0
for (i, x) in (1...Int.max).enumerated() { sum = x - i }
print(sum)

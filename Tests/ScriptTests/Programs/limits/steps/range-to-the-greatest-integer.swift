var sum = 0
for i in 0...Int.max { sum ^= i }
print(sum)

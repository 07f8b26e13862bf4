var last = 0
for i in (0...Int.max).reversed() { last = i }
print(last)

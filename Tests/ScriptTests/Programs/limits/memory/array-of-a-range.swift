let all = Array(0...Int.max)
print(all.count)

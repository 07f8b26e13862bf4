let all = Array(stride(from: 0, to: 1_000_000_000_000_000_000, by: 1))
print(all.count)

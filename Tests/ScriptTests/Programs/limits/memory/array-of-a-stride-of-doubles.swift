let all = Array(stride(from: 0.0, to: 1.0, by: 1e-15))
print(all.count)

var odd = 0
for case let i in 0..<Int.max where i % 2 == 1 { odd += 1 }
print(odd)

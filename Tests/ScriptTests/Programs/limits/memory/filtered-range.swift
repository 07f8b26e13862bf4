let all = (0..<Int.max).filter { $0 >= 0 }
print(all.count)

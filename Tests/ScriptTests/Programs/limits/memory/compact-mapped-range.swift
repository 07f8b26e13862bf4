let some = (0..<Int.max).compactMap { $0 % 2 == 0 ? $0 : nil }
print(some.count)

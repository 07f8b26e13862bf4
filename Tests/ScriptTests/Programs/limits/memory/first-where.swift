let found = (0...Int.max).first { $0 < 0 }
print(found ?? -1)

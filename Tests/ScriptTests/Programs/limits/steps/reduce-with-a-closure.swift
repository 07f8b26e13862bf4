let last = (0..<Int.max).reduce(0) { $0 ^ $1 }
print(last)

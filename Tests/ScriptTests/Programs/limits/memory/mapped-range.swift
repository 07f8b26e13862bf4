let squares = (0...Int.max).map { $0 & 7 }
print(squares.count)

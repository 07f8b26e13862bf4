let n = Array(1...6)
print(n.prefix(2).map { $0 }, Array(n.suffix(2)), Array(n.dropFirst(4)), Array(n.dropLast(5)))
print(Array(n.prefix(while: { $0 < 3 })), Array(n.drop(while: { $0 < 5 })))

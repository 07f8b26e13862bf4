// swift-format-ignore-file
for i in 1...5 { print(i, terminator: " ") }
for i in 0..<3 { print(i, terminator: " ") }
print((1...4).contains(4), (1..<4).contains(4), (0..<0).isEmpty)

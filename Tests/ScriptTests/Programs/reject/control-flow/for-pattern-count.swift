// swift-format-ignore-file
for (a, b, c) in [(1, 2)] { print(a) }

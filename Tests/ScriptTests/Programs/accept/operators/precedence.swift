// swift-format-ignore-file
print(2 + 3 % 4 * 5, 2 + ((3 % 4) * 5), 1 + 2 << 1, 6 & 3 + 1)

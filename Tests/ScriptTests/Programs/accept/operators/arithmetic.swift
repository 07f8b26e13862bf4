// swift-format-ignore-file
print(1 + 2, 5 - 3, 2 * 3, 10 / 4, 10.0 / 2.5, 9 % 4, -9 % 4, 9 % -4)

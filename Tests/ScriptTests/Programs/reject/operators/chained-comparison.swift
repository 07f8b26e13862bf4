// swift-format-ignore-file
print(1 < 2 < 3)

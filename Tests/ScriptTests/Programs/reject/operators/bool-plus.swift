// swift-format-ignore-file
print(true + 1)

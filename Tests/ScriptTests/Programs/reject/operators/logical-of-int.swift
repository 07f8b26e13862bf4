// swift-format-ignore-file
print(1 && 0)

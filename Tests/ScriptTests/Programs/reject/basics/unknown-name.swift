// swift-format-ignore-file
print(missing)

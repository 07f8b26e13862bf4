// swift-format-ignore-file
print("abc".startIndex)

// swift-format-ignore-file
print(String([1, 2]))

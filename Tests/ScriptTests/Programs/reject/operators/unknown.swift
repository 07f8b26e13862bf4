// swift-format-ignore-file
print(3 +++ 4)

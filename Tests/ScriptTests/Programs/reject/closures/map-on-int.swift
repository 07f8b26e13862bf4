// swift-format-ignore-file
print(3.map { $0 })

// swift-format-ignore-file
print(UInt8(300))

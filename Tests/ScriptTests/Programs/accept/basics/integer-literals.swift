// swift-format-ignore-file
print(17, 0b10001, 0o21, 0x11, 000123, 1_000_000)

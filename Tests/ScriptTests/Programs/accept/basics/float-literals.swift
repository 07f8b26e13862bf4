// swift-format-ignore-file
print(12.1875, 1.21875e1, 0xC.3p0, 1e3, 1.25e-2, 000.5, 1_000.000_1)

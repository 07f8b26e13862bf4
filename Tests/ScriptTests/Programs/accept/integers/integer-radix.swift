// swift-format-ignore-file
print(Int("ff", radix: 16)!, Int("1010", radix: 2)!, Int("zz", radix: 36)!, Int("12", radix: 2) == nil)
print(String(255, radix: 2), String(255, radix: 16), String(255, radix: 16, uppercase: true), String(-10, radix: 3))
print(UInt8("200")!, UInt8("256") == nil, Int8("-5")!, String(UInt8(10), radix: 2))
print(0xFF, 0b1010, 0o17, 1_000_000, -0x10)

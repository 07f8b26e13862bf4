// swift-format-ignore-file
let wide = 300
print(UInt8(truncatingIfNeeded: wide), UInt8(clamping: wide), UInt8(exactly: wide) == nil, UInt8(exactly: 200)!)
print(Int8(truncatingIfNeeded: wide), Int8(clamping: -500))
print(Int(UInt8(7)) + 1, Double(UInt16(9)) / 2, Int64(5), UInt(3.9), Float(Int8(3)))
print(UInt8(bitPattern: -1), Int8(bitPattern: 200), UInt32(truncatingIfNeeded: -1))
let n: UInt8 = 65
let m = UInt16(n) << 8 | UInt16(n)
print(m)

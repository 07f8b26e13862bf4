// swift-format-ignore-file
let bits: UInt8 = 0b0010_1100
print(bits.leadingZeroBitCount, bits.trailingZeroBitCount, bits.nonzeroBitCount)
print(String(~bits, radix: 2), bits & 0x0F, bits | 1, bits ^ 0xFF, bits << 2, bits >> 3, bits &<< 9, bits &>> 10)
print((-1).nonzeroBitCount, 1.leadingZeroBitCount, 8.trailingZeroBitCount)
print(UInt16(0x1234).byteSwapped, 5 & 3, 5 | 3, 5 ^ 3, 1 << 10, -16 >> 2, ~7)
var mask = 0
for i in [1, 3, 5] { mask |= 1 << i }
print(mask, mask & (1 << 3) != 0)
mask &= ~(1 << 3)
print(mask)

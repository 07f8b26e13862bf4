// swift-format-ignore-file
let bits = 0b00001111
print(~bits, bits & 0b0110, bits | 0b110000, bits ^ 0b0101, 4 << 1, 4 >> 1, -8 >> 1, 1 << 63)

// swift-format-ignore-file
let x: UInt8 = 200, y: UInt8 = 55
print(x + y, x - y, y &+ 250, x &* 3, y &- 100, x / 7, x % 7)
let s: Int8 = -100
print(s &- 100, s / 3, s % 3, -s, abs(s), s.magnitude, s.signum())
var total: Int32 = 1
for _ in 0..<10 { total *= 3 }
print(total, total << 4, total >> 2, Int32.max &+ 1)
let big: UInt64 = 1 << 63
print(big, big >> 62, big &* 3, ~big, big > 5, Int64(bitPattern: big))

let a = Array(0..<2_000_000)
var b = a
b[1_999_999] += 1
while a != b {}

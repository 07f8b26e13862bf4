// swift-format-ignore-file
var a = 1
a += 2; a *= 5; a -= 1; a /= 2; a %= 4
var d = 1.5
d += 1; d *= 2; d /= 4; d -= 0.25
var s = "a"
s += "b"
print(a, d, s)

// swift-format-ignore-file
let maximum = 10
var current = 0
current += 1
var x = 0.0, y = 1.5, z = 2.25
print(maximum, current, x, y, z)

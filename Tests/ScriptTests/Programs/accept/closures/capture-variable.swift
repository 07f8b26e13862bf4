// swift-format-ignore-file
var n = 1
let read = { n }
let write = { (x: Int) in n = x }
write(9)
print(read(), n)

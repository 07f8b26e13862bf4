// swift-format-ignore-file
let x: Int
let c = Int("1") == 1
if c { x = 1 }
print(x)

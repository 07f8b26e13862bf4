// swift-format-ignore-file
struct P { var x = 1 }
let p = P()
print(p.z)

// swift-format-ignore-file
struct P { static let a = 1 }
let p = P()
print(p.a)

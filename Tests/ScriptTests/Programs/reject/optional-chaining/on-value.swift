// swift-format-ignore-file
struct P { var size = 1 }
let p = P()
print(p?.size as Any)

// swift-format-ignore-file
struct P { var w = 2.5 }
let p: P? = nil
print(p?.w ?? 0)

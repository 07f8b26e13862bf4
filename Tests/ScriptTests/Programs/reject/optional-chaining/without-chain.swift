// swift-format-ignore-file
struct P { var name = "p" }
let p: P? = P()
print(p.name)

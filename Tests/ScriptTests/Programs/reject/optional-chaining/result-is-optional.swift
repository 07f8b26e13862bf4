// swift-format-ignore-file
struct P { var size = 1 }
let p: P? = P()
let n: Int = p?.size

// swift-format-ignore-file
enum E { case a(Int) }
let e = E.a(1, 2)

// swift-format-ignore-file
struct P: Equatable { var a: Int; var b: String }
print(P(a: 1, b: "x") == P(a: 1, b: "x"), P(a: 1, b: "x") != P(a: 2, b: "x"))

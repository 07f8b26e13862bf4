// swift-format-ignore-file
struct P { var x = 1 }
let xs = [P()].map(\.x)

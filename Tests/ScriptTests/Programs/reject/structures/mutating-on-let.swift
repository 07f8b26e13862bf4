// swift-format-ignore-file
struct P { var x = 1; mutating func up() { x += 1 } }
let p = P()
p.up()

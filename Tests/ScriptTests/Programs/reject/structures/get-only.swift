// swift-format-ignore-file
struct P { var x = 1; var double: Int { 2 * x } }
var p = P()
p.double = 4

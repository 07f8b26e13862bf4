// swift-format-ignore-file
enum E { case a, b }
let e = E.a
switch e {
case .c: print("c")
default: print("x")
}

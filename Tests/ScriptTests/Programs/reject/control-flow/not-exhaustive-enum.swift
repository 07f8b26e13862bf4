// swift-format-ignore-file
enum E { case a, b, c }
let e = E.a
switch e {
case .a: print("a")
case .c: print("c")
}

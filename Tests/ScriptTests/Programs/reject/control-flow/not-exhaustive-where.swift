// swift-format-ignore-file
enum E { case a, b(Int) }
let e = E.a
switch e {
case .a: print("a")
case .b(let n) where n > 0: print(n)
}

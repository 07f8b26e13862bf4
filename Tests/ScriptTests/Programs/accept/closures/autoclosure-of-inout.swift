// swift-format-ignore-file
func check(_ c: @autoclosure () -> Bool, _ m: @autoclosure () -> String) { if !c() { print(m()) } }
func change(_ x: inout Int) { check(x > 3, "small \(x)"); x += 1; check(x > 3, "small \(x)") }
var v = 2
change(&v)
let f: () -> Int = { v }
func g(_ x: inout Int) -> Bool { x > 1 && x < 10 || x == 50 }
print(f(), g(&v))
func h(_ x: inout Int?) -> Int { x ?? 3 }
var o: Int? = nil
print(h(&o))

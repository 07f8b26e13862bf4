// swift-format-ignore-file
func f(_ a: inout Int) { a += 1 }
let x = 1
f(&x)

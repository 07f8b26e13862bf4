// swift-format-ignore-file
struct S { var a: Int! }
func f(_ x: Int!) {}
let x: [Int]! = [1]
print(x.map { $0 })

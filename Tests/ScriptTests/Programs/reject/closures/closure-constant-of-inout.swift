// swift-format-ignore-file
func f(_ x: inout Int) -> Int {
  let g = { x + 1 }
  return g()
}
var a = 1
print(f(&a))

// swift-format-ignore-file
func f(_ x: inout Int) -> () -> Int {
  func g() -> Int { x }
  return g
}
var a = 1
print(f(&a)())

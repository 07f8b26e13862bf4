// swift-format-ignore-file
func f(_ x: inout Int) -> () -> Int {
  return { x + 1 }
}
var a = 1
print(f(&a)())

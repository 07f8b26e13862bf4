// swift-format-ignore-file
func swapInts(_ a: inout Int, _ b: inout Int) {
  let t = a
  a = b
  b = t
}
var x = 3, y = 107
swapInts(&x, &y)
print(x, y)

// swift-format-ignore-file
func f(_ x: inout Int) -> Int {
  let y = { x + 1 }()
  func h() { x += 1 }
  h()
  return y
}
var a = 1
print(f(&a), a)

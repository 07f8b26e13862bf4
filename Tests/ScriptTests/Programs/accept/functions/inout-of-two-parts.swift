// swift-format-ignore-file
struct P { var x = 1; var y = 2 }
func both(_ a: inout Int, _ b: inout Int) { swap(&a, &b) }
func f() {
  var p = P()
  both(&p.x, &p.y)
  print(p)
}
f()

// swift-format-ignore-file
func add(_ x: inout Int, _ y: Int) { x += y }
func exchange(_ x: inout Int, _ y: inout Int) { (x, y) = (y, x) }
func run() {
  var list = [1, 2]
  add(&list[0], list[1])
  list[0] += list[1]
  print(list)
  var nested = (1, (2, 3))
  exchange(&nested.0, &nested.1.1)
  exchange(&nested.1.0, &nested.1.1)
  print(nested)
}
run()

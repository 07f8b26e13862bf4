// swift-format-ignore-file
func both(_ x: inout Int, _ y: inout Int) { x += y }
struct Counter {
  var n = 1
  mutating func add(_ other: inout Int) { other += n }
  mutating func double() { add(&n) }
}
func run() {
  var i = 1
  both(&i, &i)
  var counter = Counter()
  counter.add(&counter.n)
  let change = both
  var list = [1, 2]
  change(&list[0], &list[1])
  var maybe: Int? = 1
  both(&maybe!, &maybe!)
}
run()

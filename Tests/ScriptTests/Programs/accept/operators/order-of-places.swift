// swift-format-ignore-file
var log: [String] = []
func idx(_ i: Int) -> Int {
  print("idx", i)
  return i
}
func val(_ i: Int) -> Int {
  print("val", i)
  return i
}
var a = [[1], [2]]
a[idx(0)].append(val(5))
print(a)
func change(_ x: inout Int, by n: Int) { x += n }
change(&a[idx(1)][idx(0)], by: val(3))
print(a)
a[idx(0)][idx(1)] += val(2)
a[idx(0)] = [val(9)]
print(a)

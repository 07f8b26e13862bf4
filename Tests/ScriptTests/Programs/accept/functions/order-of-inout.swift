// swift-format-ignore-file
func idx(_ i: Int) -> Int {
  print("idx", i)
  return i
}
var a = [1, 2, 3]
var b = [4, 5]
func both(_ x: inout Int, _ y: inout Int) { x += y; y = x }
both(&a[idx(0)], &b[idx(1)])
print(a, b)
swap(&a[idx(1)], &b[idx(0)])
print(a, b)
struct S {
  var v = [1, 2]
  var count: Int {
    get { print("get"); return v.count }
    set { print("set \(newValue)") }
  }
  subscript(i: Int) -> Int {
    get { print("sget \(i)"); return v[i] }
    set { print("sset \(i)"); v[i] = newValue }
  }
  mutating func add(_ n: Int) -> Int { v.append(n); return n }
}
var s = S()
both(&s[idx(0)], &b[idx(0)])
s.count += idx(7)
change(&s.count, idx(2))
func change(_ x: inout Int, _ n: Int) { x += n }
print(s.add(s.add(3) + 1))
print(s.v)

struct Pair {
  var a = 1
  var b = 2
}
func bump(_ n: inout Int) { n += 10 }
var p = Pair()
bump(&p.a)
bump(&p.b)
print(p.a, p.b)

struct Walker {
  var x = 0
  mutating func step(_ n: Int = 1) { x += n }
}
var w = Walker()
w.step()
w.step(5)
print(w.x)

extension Int {
  mutating func double() { self *= 2 }
}
var n = 21
n.double()
print(n)

prefix operator +++
prefix func +++ (n: inout Int) -> Int {
  n += 1
  return n
}
let k = 3
print(+++k)
print(+++5)

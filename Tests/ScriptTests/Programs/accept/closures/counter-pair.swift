func counter() -> (up: () -> Void, get: () -> Int) {
  var n = 0
  return ({ n += 1 }, { n })
}
let c = counter()
c.up()
c.up()
print(c.get())

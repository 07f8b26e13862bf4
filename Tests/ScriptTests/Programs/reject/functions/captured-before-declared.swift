func outer() -> Int {
  func twice() -> Int { once() * 2 }
  let early = twice()
  let run = { once() }
  let x = 5
  func once() -> Int { x }
  return early + run()
}
print(outer())

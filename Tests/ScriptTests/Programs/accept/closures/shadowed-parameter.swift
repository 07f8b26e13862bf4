// swift-format-ignore-file
let x = 5
let f = { (x: Int) -> Int in
  let x = x * 2
  return x
}
print(f(4), x)

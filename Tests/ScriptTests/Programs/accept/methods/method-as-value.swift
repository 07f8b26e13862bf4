struct Scaler {
  let k: Int
  func scale(_ x: Int) -> Int { k * x }
}
let s = Scaler(k: 3)
print([1, 2, 3].map(s.scale))
let f = s.scale
print(f(10))

enum Reading {
  case pair(Int, Int)
  case single(Int)
}
for r in [Reading.pair(3, 4), .single(5)] {
  switch r {
  case .pair(let a, let b): print("sum", a + b)
  case .single(let a): print("one", a)
  }
}

enum Inner {
  case a(Int)
  case b
}
enum Outer {
  case one(Inner)
  case two(Inner, Int)
}
func f(_ o: Outer) -> String {
  switch o {
  case .one(.a(let n)): "one a \(n)"
  case .one(.b): "one b"
  case .two(.a, let k) where k > 5: "two a big"
  case .two(_, let k): "two \(k)"
  }
}
print(f(.one(.a(1))), f(.one(.b)), f(.two(.a(0), 9)), f(.two(.b, 2)))

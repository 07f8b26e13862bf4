// swift-format-ignore-file
for x in [nil, 0, 5] as [Int?] {
  switch x {
  case nil: print("nil")
  case 0?: print("zero")
  case let v?: print("value", v)
  }
}

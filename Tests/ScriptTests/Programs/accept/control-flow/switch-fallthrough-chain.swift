// swift-format-ignore-file
for n in 1...4 {
  switch n {
  case 1: print("one", terminator: " "); fallthrough
  case 2: print("two", terminator: " "); fallthrough
  case 3: print("three")
  default: print("rest")
  }
}

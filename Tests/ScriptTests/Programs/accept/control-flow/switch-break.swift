// swift-format-ignore-file
let n = 3
switch n {
case 1: print("one")
default: break
}
for i in 0..<3 {
  switch i {
  case 1: break
  default: print(i)
  }
}

// swift-format-ignore-file
var n = 0
loop: while true {
  n += 1
  switch n {
  case 3: continue loop
  case 5: break loop
  default: print(n)
  }
}
print("done", n)

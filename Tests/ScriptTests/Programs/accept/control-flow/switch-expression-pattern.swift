// swift-format-ignore-file
let target = 4
for i in 3...5 {
  switch i {
  case target: print("hit")
  case target + 1: print("next")
  default: print("miss")
  }
}

// swift-format-ignore-file
for x in [0.25, 0.5, 1.0] {
  switch x {
  case 0.0..<0.5: print("low")
  case 0.5: print("half")
  default: print("high")
  }
}

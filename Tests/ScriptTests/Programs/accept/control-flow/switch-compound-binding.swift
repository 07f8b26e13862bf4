// swift-format-ignore-file
for point in [(9, 0), (0, 4), (1, 2)] {
  switch point {
  case (let distance, 0), (0, let distance): print("on an axis", distance)
  default: print("off")
  }
}

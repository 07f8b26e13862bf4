// swift-format-ignore-file
for point in [(2, 0), (0, 3), (4, 5)] {
  switch point {
  case (let x, 0): print("x", x)
  case (0, let y): print("y", y)
  case let (x, y): print(x, y)
  }
}

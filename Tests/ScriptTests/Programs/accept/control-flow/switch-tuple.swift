// swift-format-ignore-file
for point in [(0, 0), (1, 0), (0, 2), (1, 1), (5, 5)] {
  switch point {
  case (0, 0): print("origin")
  case (_, 0): print("x axis")
  case (0, _): print("y axis")
  case (-2...2, -2...2): print("inside")
  default: print("outside")
  }
}

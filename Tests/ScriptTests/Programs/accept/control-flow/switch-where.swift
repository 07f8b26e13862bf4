// swift-format-ignore-file
for point in [(1, 1), (1, -1), (1, 2)] {
  switch point {
  case let (x, y) where x == y: print("diagonal")
  case let (x, y) where x == -y: print("anti")
  case let (x, y): print(x, y)
  }
}

enum Direction { case north, south, east, west }
func turn(_ d: Direction) -> Direction {
  switch d {
  case .north: .east
  case .east: .south
  case .south: .west
  case .west: .north
  }
}
var d = Direction.north
for _ in 1...5 {
  print(d)
  d = turn(d)
}

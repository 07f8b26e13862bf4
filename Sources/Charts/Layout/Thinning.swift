/// The points of a line that can be told apart.
///
/// Of neighbors that fall into one column of dots the first, the lowest, the highest and the last
/// stay, in their order (M4; Jugel et al., 2014), so that no peak is lost.
func thinned(_ line: [Point], dotWidth: Double) -> [Point] {
  guard line.count > 4 else { return line }
  var result: [Point] = []
  var start = 0
  while start < line.count {
    let column = (line[start].x / dotWidth).rounded(.down)
    var end = start + 1
    var lowest = start
    var highest = start
    while end < line.count, (line[end].x / dotWidth).rounded(.down) == column {
      if line[end].y > line[lowest].y { lowest = end }
      if line[end].y < line[highest].y { highest = end }
      end += 1
    }
    var previous = -1
    for index in [start, min(lowest, highest), max(lowest, highest), end - 1]
    where index != previous {
      result.append(line[index])
      previous = index
    }
    start = end
  }
  return result
}

/// The points that can be told apart, in their order: one for each dot.
func distinct(_ points: [Point], dotWidth: Double, dotHeight: Double) -> [Point] {
  var taken: Set<Point> = []
  return points.filter { point in
    taken.insert(
      Point((point.x / dotWidth).rounded(), (point.y / dotHeight).rounded())
    ).inserted
  }
}

/// Points without those that lie on the way from one neighbor to the other, for fewer bytes.
func withoutStraightSteps(_ line: [Point]) -> [Point] {
  guard line.count > 2 else { return line }
  var result = [line[0]]
  for index in 1..<(line.count - 1) {
    guard let last = result.last else { break }
    let (point, next) = (line[index], line[index + 1])
    let cross = (point.x - last.x) * (next.y - last.y) - (point.y - last.y) * (next.x - last.x)
    let length = max(cHypot(next.x - last.x, next.y - last.y), 1e-9)
    let isBetween =
      (point.x - last.x) * (next.x - point.x) + (point.y - last.y) * (next.y - point.y) >= 0
    if (cross / length).magnitude > 0.02 || !isBetween { result.append(point) }
  }
  result.append(line[line.count - 1])
  return result
}

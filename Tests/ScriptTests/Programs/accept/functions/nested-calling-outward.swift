func countVisits(_ depth: Int) -> [Int] {
  var visits: [Int] = []
  func visit(_ depth: Int) {
    func again(_ n: Int) {
      func once(_ n: Int) {
        visit(n - 1)
        again(n - 1)
      }
      if n > 0 { once(n) }
    }
    visits.append(depth)
    again(depth)
  }
  visit(depth)
  return visits
}
print(countVisits(3))

func leaves(_ depth: Int) -> (leaves: Int, calls: Int) {
  var calls = 0
  func count(_ n: Int) -> Int {
    calls += 1
    return n == 0 ? 1 : [n - 1, n - 1].map(count).reduce(0, +)
  }
  return (count(depth), calls)
}
print(leaves(3))

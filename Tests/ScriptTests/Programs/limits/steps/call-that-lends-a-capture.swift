func countVisits() -> Int {
  var visits = [0]
  func visit(_ depth: Int) {
    visits[0] &+= 1
    if depth > 0 {
      visit(depth - 1)
      visit(depth - 1)
    }
  }
  visit(60)
  return visits[0]
}
print(countVisits())

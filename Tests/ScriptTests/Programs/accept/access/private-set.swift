struct Tally {
  private(set) var count = 0
  fileprivate var hidden = 1
  internal mutating func add() { count += 1 }
}
var t = Tally()
t.add()
t.add()
print(t.count, t.hidden)

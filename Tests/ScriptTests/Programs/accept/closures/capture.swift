// swift-format-ignore-file
func makeIncrementer(by amount: Int) -> () -> Int {
  var total = 0
  func incrementer() -> Int { total += amount; return total }
  return incrementer
}
let byTen = makeIncrementer(by: 10), bySeven = makeIncrementer(by: 7)
print(byTen(), byTen(), bySeven(), byTen())
let also = byTen
print(also())

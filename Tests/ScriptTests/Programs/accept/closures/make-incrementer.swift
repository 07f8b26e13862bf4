func makeIncrementer(by amount: Int) -> () -> Int {
  var total = 0
  func increment() -> Int {
    total += amount
    return total
  }
  return increment
}
let ten = makeIncrementer(by: 10)
let three = makeIncrementer(by: 3)
print(ten(), ten(), three(), ten())
let same = ten
print(same())

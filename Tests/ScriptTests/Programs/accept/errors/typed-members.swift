struct Account {
  enum Problem: Error {
    case overdrawn(by: Int)
    case negative
  }
  var balance: Int

  init(_ balance: Int) throws(Problem) {
    guard balance >= 0 else { throw .negative }
    self.balance = balance
  }

  mutating func take(_ amount: Int) throws(Problem) {
    guard amount <= balance else { throw .overdrawn(by: amount - balance) }
    balance -= amount
  }

  mutating func takeTwice(_ amount: Int) throws(Problem) {
    try take(amount)
    do {
      try take(amount)
    } catch .negative {
      print("never")
    }
  }
}

do {
  var account = try Account(10)
  try account.takeTwice(4)
  print(account.balance)
  try account.takeTwice(2)
} catch .overdrawn(let amount) {
  print("overdrawn by", amount)
} catch {
  print(error)
}
do { _ = try Account(-1) } catch { print(error) }

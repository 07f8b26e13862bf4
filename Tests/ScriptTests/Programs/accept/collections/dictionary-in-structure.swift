// swift-format-ignore-file
struct Bank {
  private(set) var accounts: [String: Double] = [:]
  mutating func pay(_ name: String, _ amount: Double) { accounts[name, default: 0] += amount }
  var total: Double { accounts.values.reduce(0, +) }
  subscript(name: String) -> Double { accounts[name] ?? 0 }
}
var bank = Bank()
bank.pay("Ann", 10)
bank.pay("Ann", 2.5)
bank.pay("Bob", 4)
print(bank["Ann"], bank["Eve"], bank.total)

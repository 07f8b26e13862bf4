enum Coin: Int {
  case penny = 1
  case nickel = 5
  case dime = 10
  var euros: Double { Double(rawValue) / 100 }
  var isSmall: Bool { rawValue < 10 }
}
print(Coin.nickel.euros, Coin.dime.isSmall, Coin.penny.isSmall)

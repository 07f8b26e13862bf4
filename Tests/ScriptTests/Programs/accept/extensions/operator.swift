struct Money: Equatable { var cents: Int }
extension Money {
  static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }
}
print(Money(cents: 150) + Money(cents: 50))

func total() -> Int {
  struct Money {
    var cents = 5
    static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }
  }
  return (Money() + Money()).cents
}
print(total())

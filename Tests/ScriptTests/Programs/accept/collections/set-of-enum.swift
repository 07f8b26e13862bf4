enum Suit: Hashable { case hearts, spades, clubs }
var seen: Set<Suit> = [.hearts]
print(
  seen.insert(.spades).inserted,
  seen.insert(.hearts).inserted,
  seen.contains(.clubs),
  seen.count
)

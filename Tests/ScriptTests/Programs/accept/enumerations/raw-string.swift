enum Suit: String {
  case hearts
  case spades = "♠"
  case clubs
}
print(Suit.hearts.rawValue, Suit.spades.rawValue)
if let s = Suit(rawValue: "♠") { print("found", s) }
print(Suit(rawValue: "diamonds") == nil)

// swift-format-ignore-file
enum Suit: Character, CaseIterable { case hearts = "♥", spades = "♠" }
print(Suit.hearts.rawValue, Suit(rawValue: "♠")!, Suit(rawValue: "x") == nil)
print(Suit.allCases.map { String($0.rawValue) }.joined())

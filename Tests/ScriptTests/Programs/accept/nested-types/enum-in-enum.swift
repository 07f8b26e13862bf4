// swift-format-ignore-file
enum Card {
  enum Suit: String { case hearts = "♥", spades = "♠" }
  case number(Int, Suit)
}
let c = Card.number(7, .hearts)
if case .number(let n, let s) = c { print(n, s.rawValue) }

// swift-format-ignore-file
enum Card: Hashable { case joker, number(Int) }
struct Pair: Hashable { var a: String; var b: Int? }
var cards: Set<Card> = [.joker, .number(3), .number(3)]
print(cards.count, cards.contains(.number(3)), cards.contains(.number(4)))
cards.insert(.number(4))
let pairs: Set = [Pair(a: "x", b: nil), Pair(a: "x", b: 1), Pair(a: "x", b: nil)]
print(cards.count, pairs.count)
print(Set([[1, 2], [1, 2], [2, 1]]).count, Set([1.5, 1.5]).count, Set([nil, 1, nil]).count)
print(Set(["é", "e\u{301}"]).count)

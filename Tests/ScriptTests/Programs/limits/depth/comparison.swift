struct Card: Comparable {
  var rank: Int
  static func < (a: Card, b: Card) -> Bool { [a, b].max() == b }
}
print([Card(rank: 2), Card(rank: 1)].sorted())

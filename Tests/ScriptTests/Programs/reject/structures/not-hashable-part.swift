struct Pair: Equatable {
  let a: Int
}

struct Key: Hashable {
  let pair: Pair
  static func == (left: Key, right: Key) -> Bool { left.pair.a == right.pair.a }
}

print([Key(pair: Pair(a: 1)): 2].count)

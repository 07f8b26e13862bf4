/// Dictionaries and sets.
extension StandardLibrary {
  static let dictionaries: [Entry] = [
    ("Dictionary", "init()", .makeDictionary),
    (
      "Dictionary",
      "init<S: Sequence>(uniqueKeysWithValues keysAndValues: S) where S.Element == (Key, Value)",
      .uniqueKeys
    ),
    (
      "Dictionary",
      "init<S: Sequence>(_ keysAndValues: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows where S.Element == (Key, Value)",
      .uniquingKeys
    ),
    (
      "Dictionary",
      "init<S: Sequence, E>(grouping values: S, by keyForValue: (E) throws -> Key) rethrows where S.Element == E, Value == [E]",
      .grouping
    ),
    ("Dictionary", "subscript(_ key: Key) -> Value? { get set }", .lookUp),
    (
      "Dictionary", "subscript(_ key: Key, default defaultValue: Value) -> Value { get set }",
      .lookUpOrDefault
    ),
    ("Dictionary", "var count: Int", .count),
    ("Dictionary", "var isEmpty: Bool", .isEmpty),
    ("Dictionary", "var first: (key: Key, value: Value)?", .first),
    ("Dictionary", "var keys: Dictionary.Keys<Key, Value>", .keys),
    ("Dictionary", "var values: Dictionary.Values<Key, Value>", .values),
    ("Dictionary.Keys", "var count: Int", .count),
    ("Dictionary.Keys", "var isEmpty: Bool", .isEmpty),
    ("Dictionary.Keys", "var first: Key?", .first),
    ("Dictionary.Values", "var count: Int", .count),
    ("Dictionary.Values", "var isEmpty: Bool", .isEmpty),
    ("Dictionary.Values", "var first: Value?", .first),
    (
      "Dictionary", "func mapValues<R>(_ transform: (Value) throws -> R) rethrows -> [Key: R]",
      .mapValues
    ),
    (
      "Dictionary",
      "func compactMapValues<R>(_ transform: (Value) throws -> R?) rethrows -> [Key: R]",
      .compactMapValues
    ),
    (
      "Dictionary",
      "func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value]",
      .filterEntries
    ),
    (
      "Dictionary",
      "func merging<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value] where S.Element == (Key, Value)",
      .merging
    ),
    (
      "Dictionary",
      "mutating func merge<S: Sequence>(_ other: S, uniquingKeysWith combine: (Value, Value) -> Value) where S.Element == (Key, Value)",
      .merge
    ),
    (
      "Dictionary", "mutating func updateValue(_ value: Value, forKey key: Key) -> Value?",
      .updateValue
    ),
    ("Dictionary", "mutating func removeValue(forKey key: Key) -> Value?", .removeValue),
    ("Dictionary", "mutating func removeAll()", .removeAll),
    ("Dictionary", "mutating func popFirst() -> (key: Key, value: Value)?", .popFirst),
  ]

  static let sets: [Entry] =
    [
      ("Hasher", "mutating func combine<T: Hashable>(_ value: T)", .combine),
      ("Set", "init()", .makeSet),
      ("Set", "init<S: Sequence>(_ elements: S) where S.Element == Element", .toSet),
      ("Set", "var count: Int", .count),
      ("Set", "var isEmpty: Bool", .isEmpty),
      ("Set", "var first: Element?", .first),
      ("Set", "func contains(_ member: Element) -> Bool", .containsMember),
      (
        "Set", "func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element>",
        .filterMembers
      ),
      (
        "Set",
        "mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)",
        .insertMember
      ),
      ("Set", "mutating func update(with newMember: Element) -> Element?", .updateMember),
      ("Set", "mutating func remove(_ member: Element) -> Element?", .removeMember),
      ("Set", "mutating func removeFirst() -> Element", .removeFirst),
      ("Set", "mutating func popFirst() -> Element?", .popFirst),
      ("Set", "mutating func removeAll()", .removeAll),
    ] + setAlgebra

  private static let setAlgebra: [Entry] =
    [
      ("union", Intrinsic.union), ("intersection", .intersection), ("subtracting", .subtracting),
      ("symmetricDifference", .symmetricDifference),
    ].map { ("Set", "func \($0.0)\(operand("_")) -> Set<Element>\(sameElement)", $0.1) }
    + [
      ("formUnion", Intrinsic.formUnion), ("formIntersection", .formIntersection),
      ("subtract", .formSubtraction), ("formSymmetricDifference", .formSymmetricDifference),
    ].map { ("Set", "mutating func \($0.0)\(operand("_"))\(sameElement)", $0.1) }
    + [
      ("isSubset", "of", Intrinsic.isSubset), ("isStrictSubset", "of", .isStrictSubset),
      ("isSuperset", "of", .isSuperset), ("isStrictSuperset", "of", .isStrictSuperset),
      ("isDisjoint", "with", .isDisjoint),
    ].map { ("Set", "func \($0.0)\(operand($0.1)) -> Bool\(sameElement)", $0.2) }

  /// The parameter of a method that takes the elements of any sequence.
  private static func operand(_ label: String) -> String { "<S: Sequence>(\(label) other: S)" }

  private static let sameElement = " where S.Element == Element"
}

import Testing

@testable import Script

@Suite("A hash table has the entries that were put into it")
struct HashTableTests {
  private static let entry = Layout(words: 2, references: 0)
  private static let key = Layout(words: 1, references: 0)

  /// A table from numbers to numbers, with a hash of its own.
  private struct Table {
    var object: HashTable
    /// How many bits of a key its hash keeps: few make keys meet.
    let hashBits: UInt32

    init(hashBits: UInt32, _ meter: MemoryMeter) throws {
      object = try HashTable(of: entry, key: key, capacity: 0, meter)
      self.hashBits = hashBits
    }

    private func hash(_ key: UInt64) -> UInt32 {
      UInt32(truncatingIfNeeded: key &* 0x9E37_79B9) & ((1 << hashBits) - 1)
    }

    private func find(_ key: UInt64) throws -> Int? {
      try object.find(hash(key)) { object.words[2 * $0] == key }.entry
    }

    subscript(_ key: UInt64) -> UInt64? {
      get throws { try find(key).map { object.words[2 * $0 + 1] } }
    }

    func set(_ key: UInt64, _ value: UInt64) throws {
      let entry = try find(key) ?? object.addEntry(hash(key))
      object.words[2 * entry] = key
      object.words[2 * entry + 1] = value
    }

    func remove(_ key: UInt64) throws {
      guard let entry = try find(key) else { return }
      let last = object.words[2 * (object.count - 1)]
      object.removeEntry(entry, hash(key), lastHash: hash(last))
    }
  }

  @Test("it agrees with a dictionary", arguments: [1, 3, 8, 31] as [UInt32])
  func agrees(_ hashBits: UInt32) throws {
    let table = try Table(hashBits: hashBits, MemoryMeter(limit: .max))
    var expected: [UInt64: UInt64] = [:]
    var state: UInt64 = 42
    for round in 0..<4_000 as Range<UInt64> {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = (state >> 33) % 300
      if (state >> 20) % 3 == 0 {
        try table.remove(key)
        expected[key] = nil
      } else {
        try table.set(key, round)
        expected[key] = round
      }
      #expect(table.object.count == expected.count)
    }
    for key in 0..<300 as Range<UInt64> { #expect(try table[key] == expected[key]) }
  }

  @Test("a copy is another table of the same entries")
  func copies() throws {
    let meter = MemoryMeter(limit: .max)
    let table = try Table(hashBits: 31, meter)
    for key in 0..<100 as Range<UInt64> { try table.set(key, key * key) }
    var copy = table
    copy.object = try #require(try table.object.copy() as? HashTable)
    try copy.set(5, 1)
    try copy.remove(6)
    #expect(try table[5] == 25)
    #expect(try table[6] == 36)
    #expect(try copy[5] == 1)
    #expect(try copy[6] == nil)
    #expect(try copy[99] == 99 * 99)
  }

  @Test("its memory is counted, and released with it")
  func memory() throws {
    let meter = MemoryMeter(limit: 100_000)
    do {
      let table = try Table(hashBits: 31, meter)
      #expect(throws: Trap.self) {
        for key in 0..<10_000 as Range<UInt64> { try table.set(key, 0) }
      }
      #expect(table.object.count > 1_000)
      table.object.removeAll()
      #expect(table.object.count == 0)
      #expect(try table[3] == nil)
    }
    #expect(meter.used == 0)
  }

  @Test("texts that Swift holds for equal have one hash")
  func texts() {
    #expect(TextHash.hash("\u{E9}") == TextHash.hash("e\u{301}"))
    #expect(TextHash.hash("ab") != TextHash.hash("ba"))
    #expect(Set((0..<1_000).map { TextHash.hash("word\($0)") }).count > 990)
  }
}

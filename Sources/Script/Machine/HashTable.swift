/// A dictionary or a set: its entries side by side, as an array has them, and where each key stands.
///
/// Entries stand in the order in which they were added; where one is removed, the last takes its
/// place.
final class HashTable: ArrayObject {
  /// The registers of the key that each entry begins with.
  let key: Layout
  /// Open addressing with linear probing: 0, or an entry's hash above the entry's number plus one.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask = 0

  /// The most entries whose numbers fit into a slot.
  private static let mostEntries = Int(UInt32.max) - 1
  private static let leastSlots = 8
  /// What a table takes beside an array's own size.
  private static let moreFields = 32

  init(of element: Layout, key: Layout, capacity: Int, _ meter: MemoryMeter) throws(Trap) {
    self.key = key
    slots = .allocate(capacity: Self.leastSlots)
    slots.initialize(repeating: 0, count: Self.leastSlots)
    mask = Self.leastSlots - 1
    try super.init(of: element, capacity: capacity, meter)
    try grow(by: Self.moreFields + Self.size(slots: Self.leastSlots))
  }

  deinit { slots.deallocate() }

  // MARK: - Entries

  /// Finds the entry of a key.
  ///
  /// - Parameters:
  ///   - hash: The key's hash.
  ///   - isKey: Whether an entry of the same hash has the key.
  /// - Returns: The entry's number, or nil, and how many slots were looked at.
  /// - Throws: What the comparison throws.
  @inline(__always)
  func find(
    _ hash: UInt32,
    _ isKey: (Int) throws(Trap) -> Bool
  ) throws(Trap) -> (entry: Int?, probes: Int) {
    var position = Int(hash) & mask
    var probes = 1
    while slots[position] != 0 {
      let slot = slots[position]
      let entry = Int(slot & 0xFFFF_FFFF) - 1
      if slot >> 32 == hash, try isKey(entry) { return (entry, probes) }
      position = (position + 1) & mask
      probes += 1
    }
    return (nil, probes)
  }

  /// Makes room for the entry of a key that has none.
  ///
  /// - Returns: The entry's number; its words are not set yet, and its references are empty.
  /// - Throws: A trap where the memory limit does not allow it.
  func addEntry(_ hash: UInt32) throws(Trap) -> Int {
    guard count < Self.mostEntries else { throw Self.full }
    if 4 * (count + 1) > 3 * (mask + 1) { try rehash(slotCount: 2 * (mask + 1)) }
    let entry = try addElement()
    insert(UInt64(hash) << 32 | UInt64(entry + 1))
    return entry
  }

  /// Removes an entry; the last one takes its place.
  func removeEntry(_ entry: Int, _ hash: UInt32, lastHash: UInt32) {
    unlink(position(of: entry, hash))
    let last = count - 1
    if entry != last {
      slots[position(of: last, lastHash)] = UInt64(lastHash) << 32 | UInt64(entry + 1)
      swapAt(entry, last)
    }
    remove(at: last)
  }

  override func removeAll() {
    super.removeAll()
    slots.update(repeating: 0, count: mask + 1)
  }

  override func copy() throws(Trap) -> ArrayObject {
    let copy = try HashTable(of: element, key: key, capacity: max(count, 1), meter)
    try copy.append(contentsOf: self)
    if copy.mask != mask { try copy.rehash(slotCount: mask + 1) }
    copy.slots.update(from: slots, count: mask + 1)
    return copy
  }

  private static let full = Trap(
    "memory-limit",
    "this has \(mostEntries) entries, and room for no more",
    help: "work on smaller pieces"
  )

  // MARK: - Slots

  private func insert(_ slot: UInt64) {
    var position = Int(slot >> 32) & mask
    while slots[position] != 0 { position = (position + 1) & mask }
    slots[position] = slot
  }

  private func position(of entry: Int, _ hash: UInt32) -> Int {
    var position = Int(hash) & mask
    while Int(slots[position] & 0xFFFF_FFFF) != entry + 1 { position = (position + 1) & mask }
    return position
  }

  /// Empties a slot, and moves those behind it that it had kept from their own place.
  private func unlink(_ position: Int) {
    var hole = position
    var next = (hole + 1) & mask
    while slots[next] != 0 {
      let home = Int(slots[next] >> 32) & mask
      if (next - home) & mask >= (next - hole) & mask {
        slots[hole] = slots[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    slots[hole] = 0
  }

  private static func size(slots count: Int) -> Int { MemoryMeter.blockSize(8 * count) }

  private func rehash(slotCount: Int) throws(Trap) {
    try grow(by: Self.size(slots: slotCount))
    let (old, oldCount) = (slots, mask + 1)
    defer {
      old.deallocate()
      shrink(by: Self.size(slots: oldCount))
    }
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    mask = slotCount - 1
    for position in 0..<oldCount where old[position] != 0 { insert(old[position]) }
  }
}

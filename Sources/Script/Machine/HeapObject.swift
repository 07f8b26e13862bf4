/// Why an instruction could not be carried out.
struct Trap: Error {
  var id: String
  var message: String
  var help: String?

  init(_ id: String, _ message: String, help: String? = nil) {
    self.id = id
    self.message = message
    self.help = help
  }
}

/// A value that lives outside of the registers and is counted by references.
class HeapObject {
  let meter: MemoryMeter
  private var byteCount: Int
  /// The block of an object itself: that of an array, which has the most fields.
  private static let ownSize = MemoryMeter.blockSize(88)

  /// Counts the object itself, and what it takes beside itself as far as that is counted with it.
  init(_ bytes: Int, _ meter: MemoryMeter) throws(Trap) {
    // An object whose `init` throws is deinitialized: it must not release what it never had.
    byteCount = 0
    self.meter = meter
    let (size, overflow) = bytes.addingReportingOverflow(Self.ownSize)
    try meter.reserve(overflow ? Int.max : size)
    byteCount = size
  }

  deinit { meter.release(byteCount) }

  final func grow(by bytes: Int) throws(Trap) {
    try meter.reserve(bytes)
    byteCount += bytes
  }

  final func shrink(by bytes: Int) {
    meter.release(bytes)
    byteCount -= bytes
  }
}

final class StringObject: HeapObject {
  private(set) var text: String
  /// How long the text may be in the memory that is counted.
  private var capacity: Int
  /// The hash of the text, once something has asked for it.
  private var knownHash: UInt32?

  init(_ text: String, _ meter: MemoryMeter) throws(Trap) {
    self.text = text
    capacity = text.utf8.count
    try super.init(Self.blockSize(capacity), meter)
  }

  func append(_ other: String) throws(Trap) {
    try makeRoom(for: other.utf8.count)
    text += other
    knownHash = nil
  }

  private func makeRoom(for added: Int) throws(Trap) {
    let count = text.utf8.count + added
    guard count > capacity else { return }
    // Twice as much, or appending would copy the text every time.
    let wanted = max(2 * capacity, count)
    try grow(by: Self.blockSize(wanted))
    text.reserveCapacity(wanted)
    shrink(by: Self.blockSize(capacity))
    capacity = wanted
  }

  /// The block of a text: short ones stand in the object, others have a header of four words.
  private static func blockSize(_ utf8Count: Int) -> Int {
    utf8Count <= 15 ? 0 : MemoryMeter.blockSize(32 + utf8Count)
  }

  /// A hash that texts which Swift holds for equal share.
  var hash: UInt32 {
    if let knownHash { return knownHash }
    let hash = TextHash.hash(text)
    knownHash = hash
    return hash
  }
}

/// A value of a type of the lesson that is an error.
final class ErrorObject: HeapObject {
  let type: DeclaredType
  /// The value, as the only element of an array.
  let value: ArrayObject

  init(_ value: ArrayObject, of type: DeclaredType, _ meter: MemoryMeter) throws(Trap) {
    self.type = type
    self.value = value
    try super.init(0, meter)
  }
}

final class HostBox: HeapObject {
  let value: any HostObject

  init(_ value: any HostObject, _ meter: MemoryMeter) throws(Trap) {
    self.value = value
    try super.init(value.byteCount, meter)
  }
}

/// Counts the bytes that a session's values take, and refuses what would exceed the limit.
final class MemoryMeter {
  private(set) var used = 0
  var limit: Int

  init(limit: Int) { self.limit = limit }

  func reserve(_ bytes: Int) throws(Trap) {
    guard bytes <= limit - used else {
      throw Trap(
        "memory-limit",
        "this needs \(bytes) bytes more than the \(used) in use; a lesson may use \(limit)",
        help: "work on smaller pieces, or raise 'limits: memory:' in the front matter"
      )
    }
    used += bytes
  }

  func release(_ bytes: Int) { used -= bytes }

  // MARK: - Chains of objects

  /// How many objects are being released inside one another, and those that wait for their turn.
  private var releases = 0
  private var waiting: [HeapObject] = []
  /// Objects are released inside one another up to this depth: a chain of them may be as long as
  /// memory allows, and the stack is not.
  private static let deepestRelease = 64

  /// Empties references that an object holds, when it is released itself.
  func release(_ references: UnsafeMutablePointer<HeapObject?>, _ count: Int) {
    guard releases < Self.deepestRelease else {
      for index in 0..<count {
        if let object = (references + index).move() { waiting.append(object) }
      }
      return
    }
    releases += 1
    references.deinitialize(count: count)
    releases -= 1
    guard releases == 0 else { return }
    while let object = waiting.popLast() {
      releases = 1
      // What waited is released here, where nothing else refers to it.
      withExtendedLifetime(object) {}
      releases = 0
    }
  }
}

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
  fileprivate(set) var byteCount: Int
  /// What an object takes beside its content.
  static let overhead = 64
  init(_ bytes: Int, _ meter: MemoryMeter) throws(Trap) {
    // An object whose `init` throws is deinitialized: it must not release what it never had.
    byteCount = 0
    self.meter = meter
    let (size, overflow) = bytes.addingReportingOverflow(Self.overhead)
    try meter.reserve(overflow ? Int.max : size)
    byteCount = size
  }

  deinit { meter.release(byteCount) }

  func grow(by bytes: Int) throws(Trap) {
    try meter.reserve(bytes)
    byteCount += bytes
  }
}

final class StringObject: HeapObject {
  private(set) var text: String
  /// The hash of the text, once something has asked for it.
  private var knownHash: UInt32?

  init(_ text: String, _ meter: MemoryMeter) throws(Trap) {
    self.text = text
    try super.init(text.utf8.count, meter)
  }

  func append(_ other: String) throws(Trap) {
    try grow(by: other.utf8.count)
    text += other
    knownHash = nil
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

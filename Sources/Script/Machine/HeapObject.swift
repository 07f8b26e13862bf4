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
  /// How many objects deep a chain of references through closures and boxes may be from here.
  fileprivate(set) var depth = 0

  /// What an object takes beside its content.
  static let overhead = 64
  /// A chain that is longer than this cannot be released without exhausting the stack.
  static let greatestDepth = 20_000

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

  func hold(_ other: HeapObject?) throws(Trap) {
    guard let other, other.depth >= depth else { return }
    depth = other.depth + 1
    if depth > Self.greatestDepth {
      throw Trap(
        "too-deep",
        "a chain of more than \(Self.greatestDepth) closures, each holding the next",
        help: "keep the functions in an array instead"
      )
    }
  }
}

final class StringObject: HeapObject {
  var text: String

  init(_ text: String, _ meter: MemoryMeter) throws(Trap) {
    self.text = text
    try super.init(text.utf8.count, meter)
  }

  func append(_ other: String) throws(Trap) {
    try grow(by: other.utf8.count)
    text += other
  }
}

final class HostBox: HeapObject {
  let value: any HostObject

  init(_ value: any HostObject, _ meter: MemoryMeter) throws(Trap) {
    self.value = value
    try super.init(value.byteCount, meter)
  }
}

/// Counts the bytes that a session's values take, and refuses what would exceed the limit.
final class MemoryMeter {
  private(set) var used = 0
  var limit: Int

  init(limit: Int) { self.limit = limit }

  func reserve(_ bytes: Int) throws(Trap) {
    guard bytes <= limit - used else { throw excess(bytes) }
    used += bytes
  }

  /// Why there are no bytes more.
  func excess(_ bytes: Int) -> Trap {
    Self.trap("this needs \(bytes) bytes more than the \(used) in use; a lesson may use \(limit)")
  }

  func release(_ bytes: Int) { used -= bytes }

  static func trap(_ message: String) -> Trap {
    Trap(
      "memory-limit",
      message,
      help: "work on smaller pieces, or raise 'limits: memory:' in the front matter"
    )
  }

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
    while !waiting.isEmpty {
      releases = 1
      // No variable holds what waited: it is released in this line, while that counts.
      _ = waiting.removeLast()
      releases = 0
    }
  }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The memory that arrays and closures keep values in: a block of words and one of references, both
/// from the system itself, which can make a block longer without a copy of it.
extension MemoryMeter {
  /// Returns what the system takes for a block: its length beside it, in steps of 16 bytes, and 32
  /// at least.
  static func blockSize(_ bytes: Int) -> Int {
    bytes > 0 ? max(32, (bytes &+ 8 &+ 15) & ~15) : 0
  }

  /// What stands for a block of no elements.
  static func noBlock<Element>() -> UnsafeMutablePointer<Element> {
    UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }

  /// Makes room for more values, and counts it; what is new is not initialized.
  ///
  /// - Parameters:
  ///   - words: The words of all values.
  ///   - references: The references of all values.
  ///   - layout: The registers of one value.
  ///   - count: How many values there is room for.
  ///   - wanted: How many values there is to be room for.
  /// - Throws: A trap where the limit or the system does not allow it.
  func lengthen(
    _ words: inout UnsafeMutablePointer<UInt64>,
    _ references: inout UnsafeMutablePointer<HeapObject?>,
    of layout: Layout,
    from count: Int,
    to wanted: Int
  ) throws(Trap) {
    guard wanted > count else { return }
    let (bytes, overflow) = wanted.multipliedReportingOverflow(by: layout.bytes)
    guard !overflow, bytes <= limit else { throw excess(overflow ? .max : bytes) }
    let added = layout.blockSizes(of: wanted) - layout.blockSizes(of: count)
    try reserve(added)
    guard words.lengthen(from: layout.words * count, to: layout.words * wanted),
      references.lengthen(from: layout.references * count, to: layout.references * wanted)
    else {
      release(added)
      throw Self.trap("the system has no \(added) bytes beside the \(used) in use")
    }
  }

  /// Gives back the room for some values, and counts it no longer.
  func free(
    _ words: UnsafeMutablePointer<UInt64>,
    _ references: UnsafeMutablePointer<HeapObject?>,
    of layout: Layout,
    _ count: Int
  ) {
    release(layout.blockSizes(of: count))
    words.giveBack(layout.words * count)
    references.giveBack(layout.references * count)
  }
}

extension Layout {
  fileprivate var bytes: Int { 8 * (words + references) }

  /// What the blocks of some values take.
  fileprivate func blockSizes(of count: Int) -> Int {
    MemoryMeter.blockSize(8 * words * count) + MemoryMeter.blockSize(8 * references * count)
  }
}

extension UnsafeMutablePointer {
  /// Makes a block longer, where it stands or elsewhere.
  ///
  /// - Returns: Whether the system did it; otherwise the block is as it was.
  fileprivate mutating func lengthen(from count: Int, to wanted: Int) -> Bool {
    guard wanted > count else { return true }
    let block = realloc(count == 0 ? nil : self, wanted * MemoryLayout<Pointee>.stride)
    guard let block else { return false }
    self = block.assumingMemoryBound(to: Pointee.self)
    return true
  }

  fileprivate func giveBack(_ count: Int) {
    if count > 0 { free(self) }
  }
}

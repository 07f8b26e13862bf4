/// A function value: the function's number and what it captured.
final class ClosureObject: HeapObject {
  let function: Int
  private let words: UnsafeMutableBufferPointer<UInt64>
  private let references: UnsafeMutableBufferPointer<HeapObject?>

  /// Captures values from the registers of a frame.
  init(
    _ template: ClosureTemplate,
    _ frameWords: UnsafePointer<UInt64>,
    _ frameReferences: UnsafePointer<HeapObject?>,
    _ meter: MemoryMeter
  ) throws(Trap) {
    function = template.function
    words = .allocate(capacity: template.layout.words)
    references = .allocate(capacity: template.layout.references)
    var next = Layout(words: 0, references: 0)
    for slot in template.captures {
      for offset in 0..<slot.layout.words {
        words.initializeElement(at: next.words + offset, to: frameWords[slot.word + offset])
      }
      for offset in 0..<slot.layout.references {
        references.initializeElement(
          at: next.references + offset,
          to: frameReferences[slot.reference + offset]
        )
      }
      next.words += slot.layout.words
      next.references += slot.layout.references
    }
    try super.init(8 * (words.count + references.count), meter)
    for object in references { try hold(object) }
  }

  deinit {
    references.deinitialize()
    references.deallocate()
    words.deallocate()
  }

  /// Puts what was captured into the registers of a frame that the closure outlives.
  @inline(__always)
  func unpack(
    _ frameWords: UnsafeMutablePointer<UInt64>,
    _ frameReferences: UnsafeMutablePointer<HeapObject?>
  ) {
    for index in 0..<words.count { frameWords[index] = words[index] }
    guard let captured = references.baseAddress else { return }
    frameReferences.borrow(captured, references.count)
  }
}

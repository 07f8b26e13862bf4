/// A function value: the function's number and what it captured.
final class ClosureObject: HeapObject {
  let function: Int
  /// How much was captured.
  let layout: Layout
  let words: UnsafeMutablePointer<UInt64>
  let references: UnsafeMutablePointer<HeapObject?>

  /// Captures values from the registers of a frame.
  init(
    _ template: ClosureTemplate,
    _ frameWords: UnsafePointer<UInt64>,
    _ frameReferences: UnsafePointer<HeapObject?>,
    _ meter: MemoryMeter
  ) throws(Trap) {
    let layout = template.layout
    var words: UnsafeMutablePointer<UInt64> = MemoryMeter.noBlock()
    var references: UnsafeMutablePointer<HeapObject?> = MemoryMeter.noBlock()
    try meter.lengthen(&words, &references, of: layout, from: 0, to: 1)
    var next = Layout(words: 0, references: 0)
    for slot in template.captures {
      for offset in 0..<slot.layout.words {
        (words + next.words + offset).initialize(to: frameWords[slot.word + offset])
      }
      for offset in 0..<slot.layout.references {
        (references + next.references + offset).initialize(
          to: frameReferences[slot.reference + offset]
        )
      }
      next.words += slot.layout.words
      next.references += slot.layout.references
    }
    (function, self.layout) = (template.function, layout)
    (self.words, self.references) = (words, references)
    // An object that this refuses is deinitialized: it has to hold what it gives back.
    try super.init(0, meter)
  }

  deinit {
    meter.release(references, layout.references)
    meter.free(words, references, of: layout, 1)
  }

  /// The values and boxes that it captured and that live outside of registers.
  var captured: UnsafeBufferPointer<HeapObject?> {
    UnsafeBufferPointer(start: references, count: layout.references)
  }

  /// Puts what was captured into the registers of a frame that the closure outlives; those for
  /// references are empty.
  @inline(__always)
  func unpack(
    _ frameWords: UnsafeMutablePointer<UInt64>,
    _ frameReferences: UnsafeMutablePointer<HeapObject?>
  ) {
    for index in 0..<layout.words { frameWords[index] = words[index] }
    for index in 0..<layout.references { frameReferences.borrow(references + index, to: index) }
  }
}

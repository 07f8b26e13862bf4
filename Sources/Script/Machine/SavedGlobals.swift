/// The globals of a session as they are at one moment, with what their closures captured.
///
/// Values are copied when they change, since they are referred to here too; only the boxes of
/// captured variables are changed in place, so what these hold is kept beside them.
struct SavedGlobals {
  private let words: [UInt64]
  private let references: [HeapObject?]
  private var boxes: [SavedBox] = []

  private struct SavedBox {
    let box: ArrayObject
    let words: [UInt64]
    let references: [HeapObject?]

    init(_ box: ArrayObject) {
      self.box = box
      words = Array(UnsafeBufferPointer(start: box.words, count: box.element.words))
      references = Array(box.elementReferences)
    }

    /// Whether the box still holds what it held.
    var isUnchanged: Bool {
      words.indices.allSatisfy { box.words[$0] == words[$0] }
        && references.indices.allSatisfy { box.references[$0] === references[$0] }
    }

    func restore() {
      for (index, word) in words.enumerated() { box.words[index] = word }
      for (index, reference) in references.enumerated() { box.references[index] = reference }
    }
  }

  init(
    _ layout: Layout,
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>
  ) {
    self.words = Array(UnsafeBufferPointer(start: words, count: layout.words))
    self.references = Array(UnsafeBufferPointer(start: references, count: layout.references))
    saveBoxes()
  }

  /// Finds the boxes that closures among the globals, or in them, have captured.
  private mutating func saveBoxes() {
    var visited: Set<ObjectIdentifier> = []
    var waiting = references.compactMap { $0 }
    while let object = waiting.popLast() {
      // Most globals hold nothing that could hold a closure.
      switch object {
      case let closure as ClosureObject where visited.insert(ObjectIdentifier(object)).inserted:
        for case let captured? in closure.captured {
          if let box = captured as? ArrayObject, box.count == 1 { boxes.append(SavedBox(box)) }
          waiting.append(captured)
        }
      case let array as ArrayObject
      where array.element.references > 0 && visited.insert(ObjectIdentifier(object)).inserted:
        waiting += array.elementReferences.compactMap { $0 }
      case let error as ErrorObject: waiting.append(error.value)
      default: break
      }
    }
  }

  /// Puts everything back, and returns whether anything had changed.
  func restore(
    _ words: UnsafeMutablePointer<UInt64>,
    _ references: UnsafeMutablePointer<HeapObject?>
  ) -> Bool {
    var hasChanged = false
    for (index, word) in self.words.enumerated() where words[index] != word {
      words[index] = word
      hasChanged = true
    }
    for (index, reference) in self.references.enumerated() where references[index] !== reference {
      references[index] = reference
      hasChanged = true
    }
    for saved in boxes where !saved.isUnchanged {
      saved.restore()
      hasChanged = true
    }
    return hasChanged
  }
}

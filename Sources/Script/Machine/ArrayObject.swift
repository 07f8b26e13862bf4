/// An array, flat: its elements' words side by side, and their references side by side.
///
/// A box is an array of one element.
class ArrayObject: HeapObject {
  final let element: Layout
  private(set) final var count = 0
  private final var capacity: Int
  private(set) final var words: UnsafeMutablePointer<UInt64>
  private(set) final var references: UnsafeMutablePointer<HeapObject?>

  init(of element: Layout, capacity: Int, _ meter: MemoryMeter) throws(Trap) {
    self.element = element
    self.capacity = 0
    words = MemoryMeter.noBlock()
    references = MemoryMeter.noBlock()
    try super.init(0, meter)
    try reserveCapacity(capacity)
  }

  deinit {
    meter.release(references, count * element.references)
    meter.free(words, references, of: element, capacity)
  }

  /// What its elements refer to, side by side.
  var elementReferences: UnsafeBufferPointer<HeapObject?> {
    UnsafeBufferPointer(start: references, count: count * element.references)
  }

  /// Makes room for more elements.
  final func makeRoom(for added: Int) throws(Trap) {
    guard added > capacity - count else { return }
    try reserveCapacity(max(4, 2 * capacity, count + added))
  }

  /// Makes room for one more element, its references empty, and returns its index.
  final func addElement() throws(Trap) -> Int {
    if count == capacity { try makeRoom(for: 1) }
    let index = count
    (references + index * element.references).initialize(repeating: nil, count: element.references)
    count += 1
    return index
  }

  /// Appends an element that is one word where there is room for it.
  ///
  /// - Returns: Whether there was.
  @inline(__always)
  final func addWordInPlace(_ word: UInt64) -> Bool {
    guard count < capacity else { return false }
    words[count] = word
    count += 1
    return true
  }

  /// Appends an element that is one word.
  final func addWord(_ word: UInt64) throws(Trap) {
    // The index first: making room may move the words.
    let index = try addElement()
    words[index] = word
  }

  private final func reserveCapacity(_ wanted: Int) throws(Trap) {
    try meter.lengthen(&words, &references, of: element, from: capacity, to: wanted)
    capacity = wanted
  }

  /// Appends an element that stands elsewhere.
  final func append(
    _ sourceWords: UnsafePointer<UInt64>,
    _ sourceReferences: UnsafePointer<HeapObject?>
  ) throws(Trap) {
    let index = try addElement()
    set(index, sourceWords, sourceReferences)
  }

  final func set(
    _ index: Int,
    _ sourceWords: UnsafePointer<UInt64>,
    _ sourceReferences: UnsafePointer<HeapObject?>
  ) {
    for offset in 0..<element.words { words[index * element.words + offset] = sourceWords[offset] }
    for offset in 0..<element.references {
      references[index * element.references + offset] = sourceReferences[offset]
    }
  }

  final func remove(at index: Int) {
    let last = count - 1
    for position in index..<last {
      set(
        position,
        words + (position + 1) * element.words,
        references + (position + 1) * element.references
      )
    }
    (references + last * element.references).deinitialize(count: element.references)
    count = last
  }

  func removeAll() {
    references.deinitialize(count: count * element.references)
    count = 0
  }

  final func swapAt(_ i: Int, _ j: Int) {
    guard i != j else { return }
    for offset in 0..<element.words {
      let word = words[i * element.words + offset]
      words[i * element.words + offset] = words[j * element.words + offset]
      words[j * element.words + offset] = word
    }
    for offset in 0..<element.references {
      let reference = references[i * element.references + offset]
      references[i * element.references + offset] = references[j * element.references + offset]
      references[j * element.references + offset] = reference
    }
  }

  /// Returns another object of the same kind and content.
  func copy() throws(Trap) -> ArrayObject { try copyElements() }

  /// Returns the elements as an array.
  final func copyElements() throws(Trap) -> ArrayObject {
    let copy = try ArrayObject(of: element, capacity: max(count, 1), meter)
    try copy.append(contentsOf: self)
    return copy
  }

  final func append(contentsOf other: ArrayObject) throws(Trap) {
    for index in 0..<other.count {
      try append(other.words + index * element.words, other.references + index * element.references)
    }
  }
}

/// What the word that counts an object's references holds, as far as the machine counts by itself: the
/// runtime does not say, and asking it costs a call for each element that is set.
struct ReferenceCounting {
  /// The word while there is one reference; what no object's word is where the runtime does not agree.
  private(set) var unshared = UInt.max
  /// What one more reference adds to it.
  private(set) var oneReference: UInt = 1
  /// The most that is added without the runtime; 0 where the runtime does not agree.
  private(set) var most: UInt = 0

  /// The references to an object that the machine counts; the runtime has room for a thousand times as many.
  private static let mostReferences: UInt = 1 << 20

  /// Reads the words off an object.
  init() {
    final class Object {}
    // On the heap, as the machine's objects are; the register is its only reference.
    let register = UnsafeMutablePointer<Object>.allocate(capacity: 2)
    defer { register.deallocate() }
    register.initialize(to: Object())
    func word() -> UInt {
      UnsafeRawPointer(register).load(as: UnsafeRawPointer.self).referenceCountWord
    }
    let first = word()
    (register + 1).initialize(to: register.pointee)
    let second = word()
    (register + 1).deinitialize(count: 1)
    let isAgreed = isKnownUniquelyReferenced(&register.pointee) && word() == first
    register.deinitialize(count: 1)
    guard isAgreed else { return }
    unshared = first
    guard second > first, second - first <= UInt.max / (4 * Self.mostReferences) else { return }
    oneReference = second - first
    most = Self.mostReferences * oneReference
  }
}

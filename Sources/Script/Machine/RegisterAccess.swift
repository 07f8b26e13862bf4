extension UnsafePointer<Instruction> {
  @inline(__always)
  var a: Int { Int(pointee.a) }
  @inline(__always)
  var b: Int { Int(pointee.b) }
  @inline(__always)
  var c: Int { Int(pointee.c) }
  @inline(__always)
  var d: Int { Int(pointee.d) }
  @inline(__always)
  var immediateB: Int { pointee.immediateB }
  @inline(__always)
  var immediateC: Int { pointee.immediateC }
}

extension UnsafeMutablePointer<UInt64> {
  @inline(__always)
  func int(_ register: Int) -> Int { Int(truncatingIfNeeded: self[register]) }

  @inline(__always)
  func double(_ register: Int) -> Double { Double(bitPattern: self[register]) }

  @inline(__always)
  func set(_ register: Int, _ value: Int) {
    self[register] = UInt64(truncatingIfNeeded: value)
  }

  @inline(__always)
  func set(_ register: Int, _ value: Double) { self[register] = value.bitPattern }
}

/// What the registers hold, read without counting a reference to it.
extension UnsafeMutablePointer<HeapObject?> {
  @inline(__always)
  private func address(_ register: Int) -> UnsafeRawPointer? {
    UnsafeRawPointer(self + register).load(as: UnsafeRawPointer?.self)
  }

  /// The array in a register that is not empty.
  @inline(__always)
  func array(_ register: Int) -> Unmanaged<ArrayObject> {
    .fromOpaque(address(register).unsafelyUnwrapped)
  }

  @inline(__always)
  func words(_ register: Int) -> UnsafeMutablePointer<UInt64> {
    array(register)._withUnsafeGuaranteedRef { $0.words }
  }

  @inline(__always)
  func references(_ register: Int) -> UnsafeMutablePointer<HeapObject?> {
    array(register)._withUnsafeGuaranteedRef { $0.references }
  }

  @inline(__always)
  func count(_ register: Int) -> Int {
    array(register)._withUnsafeGuaranteedRef { $0.count }
  }

  /// The words of one element.
  @inline(__always)
  func stride(_ register: Int) -> Int {
    array(register)._withUnsafeGuaranteedRef { $0.element.words }
  }

  /// Whether a register holds an array, and the array an index.
  @inline(__always)
  func holds(_ register: Int, _ index: Int) -> Bool {
    address(register) != nil && UInt(bitPattern: index) < UInt(bitPattern: count(register))
  }

  /// The closure in a register that is not empty.
  @inline(__always)
  func closure(_ register: Int) -> Unmanaged<ClosureObject> {
    .fromOpaque(address(register).unsafelyUnwrapped)
  }

  /// The string in a register that is not empty.
  @inline(__always)
  func string(_ register: Int) -> Unmanaged<StringObject> {
    .fromOpaque(address(register).unsafelyUnwrapped)
  }

  /// The dictionary or set in a register that is not empty.
  @inline(__always)
  func table(_ register: Int) -> Unmanaged<HashTable> {
    .fromOpaque(address(register).unsafelyUnwrapped)
  }

  @inline(__always)
  func isEmpty(_ register: Int) -> Bool { address(register) == nil }

  /// Whether some registers in a row are empty.
  @inline(__always)
  func areEmpty(_ first: Int, _ count: Int) -> Bool {
    for register in first..<(first + count) where !isEmpty(register) { return false }
    return true
  }

  /// Moves a reference to a register that is empty.
  @inline(__always)
  func move(from source: UnsafeMutablePointer<HeapObject?>, to register: Int) {
    borrow(source, to: register)
    UnsafeMutableRawPointer(source).storeBytes(of: 0, as: UInt.self)
  }

  /// Copies a reference to a register that is empty without counting it: the source outlives every
  /// use of the copy.
  @inline(__always)
  func borrow(_ source: UnsafePointer<HeapObject?>, to register: Int) {
    let bits = UnsafeRawPointer(source).load(as: UInt.self)
    UnsafeMutableRawPointer(self + register).storeBytes(of: bits, as: UInt.self)
  }

  /// Whether the object in a register that is not empty has no other reference: whether the word
  /// that counts its references holds what it holds while there is one.
  @inline(__always)
  func isUnshared(_ register: Int, _ unshared: UInt) -> Bool {
    address(register).unsafelyUnwrapped.referenceCountWord == unshared
  }
}

extension UnsafeRawPointer {
  /// The word behind the type in an object's header, where the runtime counts its references.
  @inline(__always)
  var referenceCountWord: UInt {
    load(fromByteOffset: MemoryLayout<UnsafeRawPointer>.size, as: UInt.self)
  }
}

extension Float {
  /// The register that holds the number: its bit pattern in the low half.
  var word: UInt64 { UInt64(bitPattern) }

  /// The number that a register holds.
  init(word: UInt64) { self.init(bitPattern: UInt32(truncatingIfNeeded: word)) }
}

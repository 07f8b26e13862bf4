/// The integer types beside `Int`: a value stands in a word, extended by its sign or by zeros.
public enum IntegerType: String, CaseIterable, Sendable {
  /// Signed, by the number of their bits.
  case int8 = "Int8"
  case int16 = "Int16"
  case int32 = "Int32"
  case int64 = "Int64"
  /// Without a sign, as wide as a machine's word.
  case uint = "UInt"
  /// Without a sign, by the number of their bits.
  case uint8 = "UInt8"
  case uint16 = "UInt16"
  case uint32 = "UInt32"
  case uint64 = "UInt64"

  /// The number of bits of a value.
  var bitWidth: Int {
    switch self {
    case .int8, .uint8: 8
    case .int16, .uint16: 16
    case .int32, .uint32: 32
    case .int64, .uint64, .uint: 64
    }
  }

  /// Whether it has negative values.
  var isSigned: Bool {
    switch self {
    case .int8, .int16, .int32, .int64: true
    case .uint, .uint8, .uint16, .uint32, .uint64: false
    }
  }

  /// The least value, and the greatest, as their words.
  var bounds: (least: UInt64, greatest: UInt64) {
    let unsigned = UInt64.max >> UInt64(64 - bitWidth)
    guard isSigned else { return (0, unsigned) }
    return (~(unsigned >> 1), unsigned >> 1)
  }

  /// The type of its values' magnitudes.
  var magnitude: IntegerType {
    switch self {
    case .int8, .uint8: .uint8
    case .int16, .uint16: .uint16
    case .int32, .uint32: .uint32
    case .int64, .uint64: .uint64
    case .uint: .uint
    }
  }

  /// Returns the word of a literal, or nil where it does not fit.
  func word(magnitude: UInt64, isNegative: Bool) -> UInt64? {
    guard isNegative else { return magnitude <= bounds.greatest ? magnitude : nil }
    guard magnitude <= 0 &- bounds.least, isSigned || magnitude == 0 else { return nil }
    return 0 &- magnitude
  }

  /// Returns a value of the type as it is written.
  func text(_ word: UInt64) -> String { isSigned ? String(Int64(bitPattern: word)) : String(word) }
}

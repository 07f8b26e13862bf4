import Diagnostics

/// The last digit of a written number, which a mutation changes.
struct LastDigit {
  /// The offset of the digit in the text.
  let offset: Int
  /// The digit.
  let digit: UInt8

  /// Finds the last digit in some bytes; nil where there is none.
  init?(in bytes: some BidirectionalCollection<UInt8>) {
    guard let index = bytes.lastIndex(where: { $0 >= 48 && $0 <= 57 }) else { return nil }
    offset = bytes.distance(from: bytes.startIndex, to: index)
    digit = bytes[index]
  }

  /// The other digits.
  var alternatives: [UInt8] { (48...57).filter { $0 != digit } }
}

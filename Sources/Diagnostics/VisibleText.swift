/// Returns text in which control characters and bidirectional overrides are shown, never obeyed.
///
/// Line breaks stay; a tab becomes two spaces.
public func visibleText(_ text: String) -> String {
  if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A }) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: result.append(scalar)
    case 0x09: result.append(contentsOf: "  ".unicodeScalars)
    case 0x00..<0x20:
      result.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value)).pictured)
    case 0x7F..<0xA0, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result.append(contentsOf: "<U+\(digits)>".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// The symbol of a control character, from the block of control pictures.
  fileprivate var pictured: Unicode.Scalar {
    Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
  }
}

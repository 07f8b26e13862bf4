/// Text in JSON: the one place where it is escaped.
enum JSONText {
  /// Returns a text as a string of JSON, with its quotes.
  static func quoted(_ text: String) -> String { quoted(text, isInScript: false) }

  /// Returns a text as a string of JavaScript, with its quotes, that no HTML around it can end.
  static func quotedInScript(_ text: String) -> String { quoted(text, isInScript: true) }

  private static func quoted(_ text: String, isInScript: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    result.append(UInt8(ascii: "\""))
    // The bytes before, of which some characters are the last.
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): result += "\\n".utf8
      case ..<0x20, 0x7F: result += escape(Int(byte))
      case 0x80..<0xA0 where second == 0xC2:
        result.removeLast()
        result += escape(Int(byte))
      case UInt8(ascii: "<") where isInScript: result += escape(Int(byte))
      case 0xA8, 0xA9:
        guard isInScript, (first, second) == (0xE2, 0x80) else { fallthrough }
        result.removeLast(2)
        result += escape(0x2000 + Int(byte) - 0x80)
      default: result.append(byte)
      }
      (first, second) = (second, byte)
    }
    result.append(UInt8(ascii: "\""))
    return String(decoding: result, as: UTF8.self)
  }

  private static func escape(_ scalar: Int) -> String.UTF8View {
    let digits = String(scalar, radix: 16)
    return "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
  }
}

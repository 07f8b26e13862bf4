#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One directive of a format such as `%5.2f`, read from its text.
struct FormatDirective {
  /// The flags, the width and the precision, as they are written.
  var options = ""
  /// The bits of an integer: 64 behind `l`, `ll`, `q`, `z`, `j` or `t`, 16 behind `h`, 8 behind `hh`.
  var bits = 32
  /// The letter that says what is written.
  var conversion: Character = "%"

  /// The widest field, and the finest precision, that are written.
  private static let widest = 10_000

  /// Reads a directive behind its `%`; nil where it is none.
  init?(_ text: inout Substring) {
    func take(while isPart: (Character) -> Bool) -> String {
      let part = text.prefix(while: isPart)
      text = text[part.endIndex...]
      return String(part)
    }
    options = take { "-+ #0".contains($0) }
    let width = take { $0.isASCII && $0.isNumber }
    var precision = ""
    if text.first == "." {
      text.removeFirst()
      precision = take { $0.isASCII && $0.isNumber }
      guard Int(precision.isEmpty ? "0" : precision).map({ $0 <= Self.widest }) ?? false else {
        return nil
      }
      precision = "." + precision
    }
    guard Int(width.isEmpty ? "0" : width).map({ $0 <= Self.widest }) ?? false else { return nil }
    options += width + precision
    switch take(while: { "hlqzjt".contains($0) }) {
    case "": break
    case "h": bits = 16
    case "hh": bits = 8
    default: bits = 64
    }
    guard let letter = text.popFirst() else { return nil }
    conversion = letter
  }

  /// Returns a floating-point number as the directive writes it.
  func text(_ value: Double) -> String { Self.printed("%\(options)\(conversion)", value) }

  /// Returns an integer as the directive writes it, cut to its bits.
  func text(_ word: UInt64) -> String {
    let shift = UInt64(64 - bits)
    let cut = word << shift
    guard conversion == "d" || conversion == "i" else {
      return Self.printed("%\(options)ll\(conversion)", cut >> shift)
    }
    return Self.printed("%\(options)lld", Int64(bitPattern: cut) >> Int64(shift))
  }

  private static func printed(_ format: String, _ value: any CVarArg) -> String {
    withVaList([value]) { arguments in
      // The longest number has some three hundred digits before its point.
      var buffer = [CChar](repeating: 0, count: 2 * widest + 512)
      let count = Int(vsnprintf(&buffer, buffer.count, format, arguments))
      let bytes = buffer.prefix(max(0, min(count, buffer.count - 1))).map(UInt8.init(bitPattern:))
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// The bytes of source text that are neither in comments nor in strings, with their offsets.
///
/// An interpolation is code, with its brackets; of a string's own bytes the first `"` is there.
struct CodeBytes: Sequence, IteratorProtocol {
  /// A string that is open.
  private struct Literal {
    /// The `#` around it.
    var hashes: Int
    var isMultiline: Bool
    /// The brackets that are open in an interpolation; none in the text itself.
    var parentheses = 0
  }

  private let bytes: [UInt8]
  private var index = 0
  private var literals: [Literal] = []

  init(of text: String) {
    bytes = Array(text.utf8)
  }

  mutating func next() -> (offset: Int, byte: UInt8)? {
    while index < bytes.count {
      if let literal = literals.last, literal.parentheses == 0 {
        skipText(of: literal)
      } else if !skipComment() {
        return readCode()
      }
    }
    return nil
  }

  /// Reads a byte of code, and what it begins or ends.
  private mutating func readCode() -> (offset: Int, byte: UInt8) {
    let offset = index
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\n"): endLine()
    case UInt8(ascii: "("): addParentheses(1)
    case UInt8(ascii: ")"): addParentheses(-1)
    case UInt8(ascii: "\""):
      let isMultiline = has("\"\"", at: index)
      if isMultiline { index += 2 }
      let before = bytes[..<offset].lazy.reversed().prefix { $0 == UInt8(ascii: "#") }
      literals.append(Literal(hashes: before.count, isMultiline: isMultiline))
    default: break
    }
    return (offset, byte)
  }

  /// Goes to the end of a string, or of its line, or to an interpolation.
  private mutating func skipText(of literal: Literal) {
    let hashes = String(repeating: "#", count: literal.hashes)
    let end = (literal.isMultiline ? "\"\"\"" : "\"") + hashes
    let escape = "\\" + hashes
    let interpolation = escape + "("
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n"), !literal.isMultiline {
        return endLine()
      } else if has(end, at: index) {
        index += end.utf8.count
        literals.removeLast()
        return
      } else if has(interpolation, at: index) {
        index += interpolation.utf8.count
        return addParentheses(1)
      } else if has(escape, at: index), !has("\n", at: index + escape.utf8.count) {
        index += escape.utf8.count + 1
      } else {
        index += 1
      }
    }
  }

  private mutating func addParentheses(_ count: Int) {
    guard !literals.isEmpty else { return }
    literals[literals.count - 1].parentheses += count
  }

  /// Ends the strings that have but one line.
  private mutating func endLine() {
    literals.removeAll { !$0.isMultiline }
  }

  /// Goes to the end of a comment; whether one begins here.
  private mutating func skipComment() -> Bool {
    guard bytes[index] == UInt8(ascii: "/") else { return false }
    if has("//", at: index) {
      index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      return true
    }
    guard has("/*", at: index) else { return false }
    var depth = 0
    repeat {
      if has("/*", at: index) {
        depth += 1
        index += 2
      } else if has("*/", at: index) {
        depth -= 1
        index += 2
      } else {
        index += 1
      }
    } while depth > 0 && index < bytes.count
    return true
  }

  private func has(_ text: String, at start: Int) -> Bool {
    guard start < bytes.count else { return false }
    return bytes[start...].starts(with: text.utf8)
  }
}

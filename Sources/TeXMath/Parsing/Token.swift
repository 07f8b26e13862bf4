/// A piece of LaTeX as TeX's mouth sees it.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `\name`, or `\` with one character that is no letter.
    case command(String)
    case character(Unicode.Scalar)
    /// White space of any length.
    case space
    case end
  }

  var kind: Kind
  /// The place in the formula; the call, where a macro stands for the piece.
  var range: Range<Int>

  func isCharacter(_ scalar: Unicode.Scalar) -> Bool { kind == .character(scalar) }
}

/// Splits LaTeX into tokens, one at a time.
struct Tokenizer {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Returns the next token and moves past it; `end` for ever after the last.
  mutating func next() -> Token {
    let start = position
    guard start < bytes.count else { return Token(kind: .end, range: start..<start) }
    let byte = bytes[start]
    if byte == UInt8(ascii: "\\") { return command() }
    if Self.isSpace(byte) {
      while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
      return Token(kind: .space, range: start..<position)
    }
    if byte == UInt8(ascii: "%") {
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
      return Token(kind: .space, range: start..<position)
    }
    let scalar = scalar()
    return Token(kind: .character(scalar), range: start..<position)
  }

  /// Goes to the end: what is left is not read.
  mutating func skipAll() { position = bytes.count }

  /// Takes a delimiter and all up to the next one like it in the same line, where that is.
  ///
  /// A star before the delimiter shows spaces as `␣`.
  mutating func verbatim() -> (text: String, range: Range<Int>)? {
    let start = position
    let isStarred = start < bytes.count && bytes[start] == UInt8(ascii: "*")
    let open = isStarred ? start + 1 : start
    guard open < bytes.count, bytes[open] < 0x80, !Self.isLetter(bytes[open]),
      !Self.isSpace(bytes[open]),
      let close = bytes[(open + 1)...].firstIndex(where: { $0 == bytes[open] || $0 == 0x0A }),
      bytes[close] == bytes[open]
    else { return nil }
    position = close + 1
    let shown = text(open + 1..<close)
    let text = String(shown.map { $0 == " " ? (isStarred ? "␣" : "\u{A0}") : $0 })
    return (text, start..<position)
  }

  /// The text of a range of the formula.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private mutating func command() -> Token {
    let start = position
    position += 1
    guard position < bytes.count else {
      return Token(kind: .command(""), range: start..<position)
    }
    guard Self.isLetter(bytes[position]) else {
      if Self.isSpace(bytes[position]) {
        position += 1
        return Token(kind: .command(" "), range: start..<position)
      }
      let scalar = scalar()
      return Token(kind: .command(String(Character(scalar))), range: start..<position)
    }
    while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
    let name = String(decoding: bytes[start + 1..<position], as: UTF8.self)
    return Token(kind: .command(name), range: start..<position)
  }

  private mutating func scalar() -> Unicode.Scalar {
    let first = bytes[position]
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard count > 1 else {
      position += 1
      return Unicode.Scalar(first)
    }
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for byte in bytes[position..<min(position + count, bytes.count)].dropFirst() {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    position = min(position + count, bytes.count)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
}

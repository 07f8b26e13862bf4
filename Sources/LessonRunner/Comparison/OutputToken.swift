import TeXMath

/// A piece of compared text with its place in UTF-8 offsets.
struct OutputToken {
  enum Kind: Equatable {
    /// A finite number; `isInteger` where neither point nor exponent was written.
    case number(DecimalNumber, isInteger: Bool)
    case infinity(isNegative: Bool)
    case notANumber
    /// `…`, or `...` standing alone.
    case wildcard
    /// A word, a run of white space, or one other character; compared byte by byte.
    case text
  }

  var kind: Kind
  var range: Range<Int>

  /// Whether it is a number, an infinity or not-a-number.
  var isNumeric: Bool { kind != .text && kind != .wildcard }
}

/// Splits text into numbers, wildcards and exact text, dropping trailing white space of lines.
struct OutputTokenizer {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func tokens() -> [OutputToken] {
    var result: [OutputToken] = []
    while position < bytes.count {
      let start = position
      if isSpace(bytes[position]) {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        if position == bytes.count || bytes[position] == UInt8(ascii: "\n") { continue }
        result.append(OutputToken(kind: .text, range: start..<position))
      } else {
        let kind = nextKind()
        result.append(OutputToken(kind: kind, range: start..<position))
      }
    }
    while let last = result.last, bytes[last.range.lowerBound] == UInt8(ascii: "\n") {
      result.removeLast()
    }
    return result
  }
}

extension OutputTokenizer {
  private func byte(_ index: Int) -> UInt8 {
    bytes.indices.contains(index) ? bytes[index] : 0
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 32 >= 97 && byte | 32 <= 122) || byte == UInt8(ascii: "_")
  }

  private func starts(with text: StaticString, at index: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[index..<index + count]) }
  }

  private mutating func nextKind() -> OutputToken.Kind {
    let start = position
    if starts(with: "…", at: start) {
      position += 3
      return .wildcard
    }
    if starts(with: "...", at: start), isBoundary(start - 1), isBoundary(start + 3) {
      position += 3
      return .wildcard
    }
    if let kind = number() { return kind }
    position = start
    if isWord(byte(start)) {
      repeat { position += 1 } while isWord(byte(position))
      // A version such as 1.2.3 or v1.2 is one exact word.
      while isDigit(byte(position - 1)), byte(position) == UInt8(ascii: "."),
        isDigit(byte(position + 1))
      {
        repeat { position += 1 } while isWord(byte(position))
      }
      return .text
    }
    repeat { position += 1 } while byte(position) & 0xC0 == 0x80
    return .text
  }

  /// Whether a bare `...` may end here: at an edge, white space, or a list's punctuation.
  private func isBoundary(_ index: Int) -> Bool {
    let byte = byte(index)
    return byte == 0 || byte == 10 || isSpace(byte) || [91, 93, 40, 41, 44].contains(byte)
  }

  private mutating func number() -> OutputToken.Kind? {
    let start = position
    let before = byte(start - 1)
    var isNegative = false
    if starts(with: "-", at: start) || starts(with: "+", at: start) {
      // In `3-5` and `(a)-5` the sign is an operator.
      if isWord(before) || [41, 93, 46].contains(before) { return nil }
      isNegative = byte(start) == UInt8(ascii: "-")
      position += 1
    } else if starts(with: "\u{2212}", at: start) {
      if isWord(before) { return nil }
      isNegative = true
      position += 3
    } else if isWord(before) {
      return nil
    }
    for name: StaticString in ["infinity", "Infinity", "inf", "nan", "NaN"] {
      let end = position + name.utf8CodeUnitCount
      if starts(with: name, at: position), !isWord(byte(end)) {
        position = end
        return starts(with: "n", at: end - 1)
          ? .notANumber
          : starts(with: "N", at: end - 1) ? .notANumber : .infinity(isNegative: isNegative)
      }
    }
    return finiteNumber(isNegative: isNegative, start: start)
  }

  private mutating func finiteNumber(isNegative: Bool, start: Int) -> OutputToken.Kind? {
    var digits: [UInt8] = []
    var fraction = 0
    var isInteger = true
    func digitCount(_ from: Int) -> Int {
      var end = from
      while isDigit(byte(end)) { end += 1 }
      return end - from
    }
    let whole = digitCount(position)
    guard whole > 0 else { return nil }
    digits += bytes[position..<position + whole].map { $0 - 48 }
    position += whole
    if whole <= 3, isGrouped(position) {
      while isGrouped(position) {
        digits += bytes[position + 1..<position + 4].map { $0 - 48 }
        position += 4
      }
    }
    if byte(position) == UInt8(ascii: ".") {
      fraction = digitCount(position + 1)
      // `3.` is a number as a list's element or alone; elsewhere the point ends a sentence.
      let next = byte(position + 1)
      let isAlone = start == 0 && position + 1 == bytes.count
      if fraction > 0 || isAlone || [41, 93, 44].contains(next) {
        isInteger = false
        digits += bytes[position + 1..<position + 1 + fraction].map { $0 - 48 }
        position += 1 + fraction
      }
    }
    var exponent = 0
    if byte(position) | 32 == UInt8(ascii: "e") {
      var end = position + 1
      let sign = byte(end)
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { end += 1 }
      let count = digitCount(end)
      if count > 0, !isWord(byte(end + count)) {
        for digit in bytes[end..<end + count] {
          // Beyond this every number is alike too great or too small.
          exponent = min(exponent * 10 + Int(digit - 48), 1_000_000_000_000)
        }
        if sign == UInt8(ascii: "-") { exponent = -exponent }
        isInteger = false
        position = end + count
      }
    }
    let next = byte(position)
    if next == UInt8(ascii: "_") || (whole == 1 && digits == [0] && next == UInt8(ascii: "x")) {
      return nil
    }
    if next == UInt8(ascii: "."), isDigit(byte(position + 1)) { return nil }
    return .number(
      DecimalNumber(isNegative: isNegative, digits: digits, exponent: exponent - fraction),
      isInteger: isInteger
    )
  }

  /// Whether `,ddd` stands here as a group of thousands.
  private func isGrouped(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: ",") && isDigit(byte(index + 1)) && isDigit(byte(index + 2))
      && isDigit(byte(index + 3)) && !isDigit(byte(index + 4))
  }
}

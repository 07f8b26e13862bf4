/// Finds where source text nests brackets more deeply than the parser can follow.
///
/// swift-syntax bounds the depth of its tree, but looks ahead through types without a bound: a
/// long row of `[` would exhaust the stack, and each `[` in another doubles the time, because it
/// may begin a type or a value. Brackets in strings and line comments do not count.
struct NestingScan {
  /// The most brackets of all kinds in one another, and the most square ones.
  let greatestDepth: Int
  let greatestSquareDepth: Int

  /// Returns the offset of the bracket that goes too deep, or nil.
  func offsetOfTooDeepBracket(in text: String) -> Int? {
    var open: [UInt8] = []
    var squares = 0
    var angles = 0
    var inString = false
    var inComment = false
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      defer { previous = previous == UInt8(ascii: "\\") && byte == previous ? 0 : byte }
      if byte == UInt8(ascii: "\n") {
        inComment = false
        inString = false
        angles = 0
        continue
      }
      if inComment { continue }
      if byte == UInt8(ascii: "\""), previous != UInt8(ascii: "\\") { inString.toggle() }
      // An interpolation is code again; the rest of its line is read as code.
      if inString, !(byte == UInt8(ascii: "(") && previous == UInt8(ascii: "\\")) { continue }
      inString = false
      switch byte {
      case UInt8(ascii: "/") where previous == byte: inComment = true
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        open.append(byte)
        if byte == UInt8(ascii: "[") { squares += 1 }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if open.popLast() == UInt8(ascii: "[") { squares -= 1 }
      case UInt8(ascii: "<"): angles += 1
      default: break
      }
      if open.count > greatestDepth || angles > greatestDepth || squares > greatestSquareDepth {
        return offset
      }
    }
    return nil
  }
}

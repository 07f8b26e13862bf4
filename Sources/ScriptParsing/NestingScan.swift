/// Finds where source text nests brackets more deeply than the parser can follow.
///
/// swift-syntax bounds the depth of its tree, but looks ahead through types without a bound: a
/// long row of `[` would exhaust the stack. Brackets in strings and line comments do not count.
///
/// - Returns: The offset of the bracket that goes too deep, or nil.
func offsetOfTooDeepNesting(in text: String, limit: Int) -> Int? {
  var depth = 0
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
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    case UInt8(ascii: "<"): angles += 1
    default: break
    }
    if depth > limit || angles > limit { return offset }
  }
  return nil
}

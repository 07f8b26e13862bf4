import Diagnostics
import TeXMath

/// A written number with its place in the file.
struct PlacedNumber {
  var written: WrittenNumber
  /// The place of its sign and digits in the file.
  var span: SourceSpan
  /// How it is read where it is an integer: rounded behind `≈`.
  var integers: DecimalNumber.IntegerReading
}

extension PlacedNumber {
  /// Finds the number that ends a line's text before an offset; marks of emphasis may stand around it.
  init?(endingAt offset: Int, in file: SourceFile) {
    let lineStart = file.lineStarts[file.line(at: offset) - 1]
    var bytes = Array(file.bytes[lineStart..<max(lineStart, offset)])
    while let last = bytes.last, "*_`~ ".utf8.contains(last) { bytes.removeLast() }
    var isPercent = false
    if bytes.last == UInt8(ascii: "%") {
      bytes.removeLast()
      isPercent = true
      while let last = bytes.last, last == 0x20 || last == UInt8(ascii: "\\") { bytes.removeLast() }
      // No-break and thin spaces, as typographers set them before the sign.
      for space in ["\u{A0}", "\u{202F}", "\u{2009}", "&nbsp;"]
      where bytes.suffix(space.utf8.count).elementsEqual(space.utf8) {
        bytes.removeLast(space.utf8.count)
      }
    }
    var goesOn = false
    for dots in ["…", "..."] where bytes.suffix(dots.utf8.count).elementsEqual(dots.utf8) {
      bytes.removeLast(dots.utf8.count)
      goesOn = true
    }
    var tokenizer = OutputTokenizer(bytes)
    guard let token = tokenizer.tokens().last, token.range.upperBound == bytes.count,
      case .number(let decimal, let isInteger) = token.kind
    else { return nil }
    written = WrittenNumber(
      decimal: decimal,
      isInteger: isInteger,
      goesOn: goesOn && !isInteger,
      range: token.range
    )
    if isPercent { written.scale(by: -2) }
    span = SourceSpan(lineStart + token.range.lowerBound, lineStart + token.range.upperBound)
    let before = bytes[..<token.range.lowerBound].reversed().drop { $0 == 0x20 }
    integers = before.starts(with: "≈".utf8.reversed()) ? .rounded : .exact
  }
}

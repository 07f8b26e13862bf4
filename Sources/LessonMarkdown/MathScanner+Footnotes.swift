internal import Diagnostics

/// Footnotes, which CommonMark would take for links and for definitions of links.
extension MathScanner {
  /// Protects the mark of a footnote, `[^label]`; returns where scanning goes on.
  ///
  /// Where a line begins with it and a colon follows, a footnote begins. It becomes an item of a list, so
  /// that cmark finds what belongs to it: `[^a]:` has the five bytes of a marker, a space and a token.
  mutating func scanFootnote(at start: Int, isFirst: Bool) -> Int {
    guard dialect == .extended, let end = labelEnd(at: start) else { return start + 1 }
    let label = String(decoding: source[(start + 2)..<end], as: UTF8.self)
    let span = SourceSpan(offset + start, offset + end + 1)
    guard isFirst, end + 1 < source.count, source[end + 1] == UInt8(ascii: ":") else {
      replace(start..<(end + 1), with: .footnoteReference(label, span))
      return end + 1
    }
    insert(Self.footnoteMarker, before: start)
    replace(
      (start + Self.footnoteMarker.count)..<(end + 2),
      with: .footnoteDefinition(label, span)
    )
    return end + 2
  }

  /// What makes an item of a footnote.
  static let footnoteMarker = Array("+ ".utf8)

  /// Whether a line's content is indented so little that a block may begin there.
  func mayBeginBlock(_ content: Int, _ line: Range<Int>) -> Bool {
    var index = content
    var spaces = 0
    while index > line.lowerBound, source[index - 1] == 0x20 {
      index -= 1
      spaces += 1
    }
    guard index > line.lowerBound else { return spaces <= 3 }
    return source[index - 1] == UInt8(ascii: ">") && spaces <= 4
  }

  /// The bracket that closes a label of at least one byte, without spaces and brackets.
  private func labelEnd(at start: Int) -> Int? {
    var index = start + 2
    guard index < source.count, source[start + 1] == UInt8(ascii: "^") else { return nil }
    while index < source.count, index - start < Self.longestLabel {
      switch source[index] {
      case UInt8(ascii: "]"): return index > start + 2 ? index : nil
      case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "$"): return nil
      default: index += 1
      }
    }
    return nil
  }

  /// The longest label, as CommonMark has it for links.
  private static var longestLabel: Int { 999 }
}

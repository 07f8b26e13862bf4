internal import Diagnostics
internal import LessonModel

/// A part of the file that CommonMark's rules must not touch, and the token that stands for it.
struct ProtectedSpan {
  enum Content {
    case math(Math)
    /// A private-use character of the author's own, which must not be taken for a token.
    case text
    /// The mark of a footnote: its label and its place.
    case footnoteReference(String, SourceSpan)
    /// The mark that begins a footnote: its label and its place.
    case footnoteDefinition(String, SourceSpan)
  }

  var content: Content
  /// The place in the file.
  var span: SourceSpan
  /// For each line of the span, how many filler letters stand for it behind the token.
  var fillers: [Int]
}

/// Finds math by pandoc's rule, and the marks of footnotes, and replaces them, byte for byte, by tokens
/// and filler letters.
///
/// A token is one private-use character, three bytes in UTF-8; every further byte of the span
/// becomes a letter, so that lines, and columns of what follows, stay what they are.
struct MathScanner {
  /// Token n is the character U+E000 + n modulo this.
  static let tokenCount = 6144
  static let firstToken: UInt32 = 0xE000
  static let filler = UInt8(ascii: "x")
  /// The longest inline formula that is looked for.
  private static let longestInline = 20_000

  /// The text for cmark.
  private(set) var bytes: [UInt8]
  private(set) var spans: [ProtectedSpan] = []
  private(set) var diagnostics: [Diagnostic] = []
  let source: [UInt8]
  let dialect: MarkdownDialect
  /// How much of the source is in `bytes`.
  private var copied = 0
  /// The offset in the file of the first byte.
  let offset: Int
  /// Bytes that searches without a result may still cost.
  private var patience: Int

  init(_ source: [UInt8], at offset: Int, dialect: MarkdownDialect) {
    self.source = source
    self.dialect = dialect
    self.offset = offset
    bytes = []
    patience = 64 * source.count + 1_000_000
  }

  mutating func scan() {
    defer { bytes += source[copied...] }
    guard source.contains(where: { [0x24, 0xEE, 0xEF].contains($0) }) || mayHoldFootnotes
    else { return }
    var index = 0
    var fence: (byte: UInt8, count: Int)?
    while index < source.count {
      let line = lineRange(at: index)
      let content = contentStart(of: line)
      let run = fenceRun(at: content)
      if let open = fence {
        if let run, run.byte == open.byte, run.count >= open.count { fence = nil }
        protectPrivateUse(in: line)
        index = next(after: line)
      } else if let run {
        fence = run
        index = next(after: line)
      } else if isOnlyDollars(content, line) {
        index = scanDisplay(from: content, opening: line)
      } else {
        index = scanInline(line, content: content)
      }
    }
  }

  private var mayHoldFootnotes: Bool {
    dialect == .extended && source.contains(UInt8(ascii: "^"))
  }

  // MARK: - Lines

  /// The line at an index, without its ending.
  private func lineRange(at index: Int) -> Range<Int> {
    var end = index
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    return index..<end
  }

  private func next(after line: Range<Int>) -> Int {
    var index = line.upperBound
    if index < source.count, source[index] == 0x0D { index += 1 }
    if index < source.count, source[index] == 0x0A,
      index > line.upperBound || source[line.upperBound] == 0x0A
    {
      index += 1
    }
    return max(index, line.upperBound)
  }

  /// Where a line's own text begins, behind white space and the markers of quotes.
  private func contentStart(of line: Range<Int>) -> Int {
    var index = line.lowerBound
    while index < line.upperBound, [0x20, 0x09, UInt8(ascii: ">")].contains(source[index]) {
      index += 1
    }
    return index
  }

  /// The row of ``` or ~~~ that begins a fence, behind list markers too.
  private func fenceRun(at start: Int) -> (byte: UInt8, count: Int)? {
    var index = start
    while index < source.count, "-+*0123456789.) ".utf8.contains(source[index]) { index += 1 }
    guard index < source.count else { return nil }
    let byte = source[index]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    var end = index
    while end < source.count, source[end] == byte { end += 1 }
    guard end - index >= 3 else { return nil }
    if byte == UInt8(ascii: "`") {
      // The info string of a backtick fence holds no backtick: else it is a code span.
      var rest = end
      while rest < source.count, source[rest] != 0x0A, source[rest] != 0x0D {
        if source[rest] == byte { return nil }
        rest += 1
      }
    }
    return (byte, end - index)
  }

  /// Where a line's text ends, before white space and comments.
  private func endOfText(in line: Range<Int>) -> Int {
    var end = line.upperBound
    while end > line.lowerBound {
      if source[end - 1] == 0x20 || source[end - 1] == 0x09 {
        end -= 1
      } else if starts(with: "-->", at: end - 3), let start = commentStart(before: end - 3, line) {
        end = start
      } else {
        break
      }
    }
    return end
  }

  private func commentStart(before end: Int, _ line: Range<Int>) -> Int? {
    var index = end - 4
    while index >= line.lowerBound {
      if starts(with: "<!--", at: index) { return index }
      index -= 1
    }
    return nil
  }

  private func starts(with text: StaticString, at index: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index >= 0, index + count <= source.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(source[index..<index + count]) }
  }

  private func isBlank(_ line: Range<Int>) -> Bool { contentStart(of: line) == line.upperBound }

  private func isOnlyDollars(_ content: Int, _ line: Range<Int>) -> Bool {
    guard content + 1 < line.upperBound, source[content] == 0x24, source[content + 1] == 0x24 else {
      return false
    }
    return source[(content + 2)..<line.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  // MARK: - Display blocks

  /// Protects `$$` … `$$` that begins with a line of its own; returns where scanning goes on.
  private mutating func scanDisplay(from start: Int, opening: Range<Int>) -> Int {
    var index = next(after: opening)
    while index < source.count {
      let line = lineRange(at: index)
      guard !isBlank(line) else { break }
      let end = endOfText(in: line)
      if end - line.lowerBound >= 2, source[end - 1] == 0x24, source[end - 2] == 0x24 {
        protect(start..<end, style: .display, delimiter: 2)
        return next(after: line)
      }
      let after = next(after: line)
      if after <= index { break }
      index = after
    }
    diagnostics.append(
      Diagnostic(
        "unclosed-math",
        .warning,
        "this '$$' opens no formula: none closes it before a blank line",
        at: SourceSpan(offset + start, offset + start + 2),
        help: "end the formula with a line '$$', and leave no blank line in it"
      )
    )
    return next(after: opening)
  }

  // MARK: - Inline math

  /// Scans the text of a line for math; a formula may run on into the lines of its paragraph.
  private mutating func scanInline(_ line: Range<Int>, content: Int) -> Int {
    var index = line.lowerBound
    while index < source.count, source[index] != 0x0A, source[index] != 0x0D {
      switch source[index] {
      case UInt8(ascii: "\\"): index = min(index + 2, source.count)
      case UInt8(ascii: "`"): index = skipCodeSpan(at: index)
      case UInt8(ascii: "<") where starts(with: "<!--", at: index): index = skipComment(at: index)
      case UInt8(ascii: "["):
        let isFirst = index == content && mayBeginBlock(content, line)
        index = scanFootnote(at: index, isFirst: isFirst)
      case 0x24:
        if let range = mathRange(at: index) {
          protect(range.range, style: range.style, delimiter: range.delimiter)
          index = range.range.upperBound
        } else {
          while index < source.count, source[index] == 0x24 { index += 1 }
        }
      case 0xEE, 0xEF:
        protectPrivateUse(in: index..<min(index + 3, source.count))
        index += 1
      default: index += 1
      }
    }
    return next(after: index..<index)
  }

  /// Behind a code span, or behind the backticks where nothing closes them in the paragraph.
  private mutating func skipCodeSpan(at start: Int) -> Int {
    var open = start
    while open < source.count, source[open] == 0x60 { open += 1 }
    let count = open - start
    var index = open
    while index < source.count, patience > 0 {
      patience -= 1
      if source[index] == 0x60 {
        var end = index
        while end < source.count, source[end] == 0x60 { end += 1 }
        if end - index == count { return end }
        index = end
      } else if endsParagraph(index) {
        break
      } else {
        index += 1
      }
    }
    return open
  }

  /// Behind an HTML comment, or behind its `<` where nothing closes it in the paragraph.
  private mutating func skipComment(at start: Int) -> Int {
    var index = start + 4
    while index < source.count, patience > 0 {
      patience -= 1
      if starts(with: "-->", at: index) { return index + 3 }
      if endsParagraph(index) { break }
      index += 1
    }
    return start + 1
  }

  /// Whether a line ends at an index and the next one is blank.
  private func endsParagraph(_ index: Int) -> Bool {
    guard source[index] == 0x0A || source[index] == 0x0D else { return false }
    let start = next(after: index..<index)
    return start >= source.count || isBlank(lineRange(at: start))
  }

  private typealias Found = (range: Range<Int>, style: Math.Style, delimiter: Int)

  /// Finds the formula that begins with a dollar sign; one whose braces do not match ends at the
  /// first dollar sign that can end it, so that reading it says which brace is too many.
  private mutating func mathRange(at start: Int) -> Found? {
    func byte(_ index: Int) -> UInt8 { index < source.count ? source[index] : 0x0A }
    let isDisplay = byte(start + 1) == 0x24
    let isQuoted = byte(start + 1) == 0x60
    let open = start + (isDisplay || isQuoted ? 2 : 1)
    guard isDisplay || isQuoted || !isSpace(byte(open)) else { return nil }
    var index = open
    var depth = 0
    var unbalanced: Found?
    while index < source.count, index - start < Self.longestInline, patience > 0 {
      patience -= 1
      switch source[index] {
      case UInt8(ascii: "\\") where !isQuoted:
        index += 2
        continue
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
      case 0x60 where isQuoted && byte(index + 1) == 0x24 && index > open:
        return (start..<(index + 2), .inline, 2)
      case 0x24 where isDisplay:
        guard byte(index + 1) == 0x24, index > open else { break }
        let found: Found = (start..<(index + 2), .display, 2)
        if depth == 0 { return found }
        unbalanced = unbalanced ?? found
        if depth < 0 { return unbalanced }
      case 0x24 where !isQuoted:
        let isClosing = index > open && !isSpace(source[index - 1]) && !isDigit(byte(index + 1))
        let found: Found = (start..<(index + 1), .inline, 1)
        if depth == 0 { return isClosing ? found : unbalanced }
        if isClosing { unbalanced = unbalanced ?? found }
        if depth < 0 { return unbalanced }
      default:
        if endsParagraph(index) { return unbalanced }
      }
      index += 1
    }
    return unbalanced
  }

  private func isLineEnd(_ index: Int) -> Bool { source[index] == 0x0A || source[index] == 0x0D }
  private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  // MARK: - Tokens

  private mutating func protect(_ range: Range<Int>, style: Math.Style, delimiter: Int) {
    let start = range.lowerBound + delimiter
    let inner = start..<max(start, range.upperBound - delimiter)
    let span = SourceSpan(offset + range.lowerBound, offset + range.upperBound)
    let math = Math(contents: contents(of: inner), style: style, span: span)
    replace(range, with: .math(math))
  }

  /// The formula without the markers of a quotation around it.
  private func contents(of range: Range<Int>) -> EmbeddedText {
    var tex: [UInt8] = []
    var lineStarts = [offset + range.lowerBound]
    var index = range.lowerBound
    while index < range.upperBound {
      tex.append(source[index])
      let endsLine = isLineEnd(index)
      index = endsLine ? next(after: index..<index) : index + 1
      guard endsLine else { continue }
      tex[tex.count - 1] = 0x0A
      let content = min(contentStart(of: lineRange(at: index)), range.upperBound)
      if source[index..<max(index, content)].contains(UInt8(ascii: ">")) { index = content }
      lineStarts.append(offset + index)
    }
    return EmbeddedText(String(decoding: tex, as: UTF8.self), lineStarts: lineStarts)
  }

  private mutating func protectPrivateUse(in range: Range<Int>) {
    var index = range.lowerBound
    while index + 2 < range.upperBound || (index + 3 == range.upperBound) {
      let lead = source[index]
      let isPrivate =
        (lead == 0xEE && source[index + 1] >= 0x80) || (lead == 0xEF && source[index + 1] < 0xA4)
      if isPrivate {
        replace(index..<(index + 3), with: .text)
        index += 3
      } else {
        index += 1
      }
    }
  }

  /// Puts bytes of one's own before those at an index, which are to be replaced.
  mutating func insert(_ inserted: [UInt8], before index: Int) {
    bytes += source[copied..<index]
    bytes += inserted
    copied = index + inserted.count
  }

  mutating func replace(_ range: Range<Int>, with content: ProtectedSpan.Content) {
    let token = Self.firstToken + UInt32(spans.count % Self.tokenCount)
    let head: [UInt8] = [
      UInt8(0xE0 | token >> 12), UInt8(0x80 | token >> 6 & 0x3F), UInt8(0x80 | token & 0x3F),
    ]
    bytes += source[copied..<range.lowerBound]
    bytes += head
    copied = range.upperBound
    // A first line that is shorter than the token, a lone `$$`, grows: nothing stands behind it.
    var index = range.lowerBound
    while index < range.lowerBound + 3, index < range.upperBound, !isLineEnd(index) { index += 1 }
    var fillers = [0]
    while index < range.upperBound {
      if isLineEnd(index) {
        let lineStart = next(after: index..<index)
        let content = min(contentStart(of: lineRange(at: lineStart)), range.upperBound)
        bytes += source[index..<content]
        index = content
        fillers.append(0)
      } else {
        bytes.append(Self.filler)
        fillers[fillers.count - 1] += 1
        index += 1
      }
    }
    spans.append(
      ProtectedSpan(
        content: content,
        span: SourceSpan(offset + range.lowerBound, offset + range.upperBound),
        fillers: fillers
      )
    )
  }
}

internal import Diagnostics
internal import LessonModel

/// The lines of a fenced block in the author's bytes.
struct Fence {
  var marker: String
  var prefix: String
  var openSpan: SourceSpan
  var infoSpan: SourceSpan
  var contents: EmbeddedText
  var contentSpan: SourceSpan
  var span: SourceSpan
  var nextLineStart: Int
  var isClosed: Bool

  /// Returns nil for a block that has no fence.
  init?(_ raw: RawNode, code: String, firstLine: Int, in file: SourceFile) {
    let bytes = file.bytes
    let open = file.span(ofLine: firstLine)
    let start = open.start + max(0, raw.startColumn - 1)
    guard start < open.end, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
    let mark = bytes[start]
    var index = start
    while index < open.end, bytes[index] == mark { index += 1 }
    let length = index - start
    guard length >= 3 else { return nil }
    marker = String(repeating: mark == 0x60 ? "`" : "~", count: length)
    // A list marker opens the item once; on the lines below, spaces of its width continue it.
    let before = bytes[open.start..<start]
    prefix = String(
      decoding: before.map { $0 == 0x3E || $0 == 0x09 ? $0 : 0x20 },
      as: UTF8.self
    )
    openSpan = SourceSpan(start, open.end)
    while index < open.end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    infoSpan = SourceSpan(index, open.end)
    var lines: [SourceSpan] = []
    var line = firstLine + 1
    var length8 = 0
    for byte in code.utf8 {
      if byte != 0x0A {
        length8 += byte == 0x0D ? 0 : 1
        continue
      }
      let whole = file.span(ofLine: line)
      lines.append(SourceSpan(max(whole.start, whole.end - length8), whole.end))
      line += 1
      length8 = 0
    }
    contents = EmbeddedText(lines: lines, in: file)
    let contentStart =
      firstLine < file.lineCount ? file.lineStarts[firstLine] : bytes.count
    let contentEnd = line <= file.lineCount ? file.lineStarts[line - 1] : bytes.count
    contentSpan = SourceSpan(contentStart, contentEnd)
    let close = file.span(ofLine: line)
    var end = close.end
    while end > close.start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    var run = end
    while run > close.start, bytes[run - 1] == mark { run -= 1 }
    let quotes = bytes[close.start..<run].filter { $0 == 0x3E }.count
    isClosed =
      line <= file.lineCount && end - run >= length
      && bytes[close.start..<run].allSatisfy { $0 == 0x3E || $0 == 0x20 || $0 == 0x09 }
      && quotes >= before.filter { $0 == 0x3E }.count
    span = SourceSpan(start, isClosed ? close.end : contentEnd)
    nextLineStart =
      isClosed ? (line < file.lineCount ? file.lineStarts[line] : bytes.count) : contentEnd
  }
}

/// Text taken out of a source file, line by line, that still knows where each byte came from.
///
/// A code cell inside a list or a quotation loses its indentation and markers on the way, and CRLF
/// becomes LF; each line of the text maps to its own place in the file.
public struct EmbeddedText: Hashable, Sendable {
  /// The text, its lines ended by LF.
  public let text: String
  /// For each line of the text, the offset in the text and in the file of its first byte.
  private let lines: [Line]

  private struct Line: Hashable, Sendable {
    var textOffset: Int
    var fileOffset: Int
  }

  /// Creates text from spans of a file, one a line, joined and ended by LF.
  public init(lines spans: [SourceSpan], in file: SourceFile) {
    var bytes: [UInt8] = []
    var lines: [Line] = []
    for span in spans {
      lines.append(Line(textOffset: bytes.count, fileOffset: span.start))
      bytes.append(contentsOf: file.bytes[span.start..<span.end])
      bytes.append(UInt8(ascii: "\n"))
    }
    self.lines = lines
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Creates text whose lines, ended by LF, begin at these offsets of a file.
  public init(_ text: String, lineStarts: [Int]) {
    self.text = text
    var lines: [Line] = []
    var offset = 0
    for (line, start) in zip(
      text.utf8.split(separator: 10, omittingEmptySubsequences: false),
      lineStarts
    ) {
      lines.append(Line(textOffset: offset, fileOffset: start))
      offset += line.count + 1
    }
    self.lines = lines
  }

  /// Creates text that is a whole file.
  public init(wholeOf file: SourceFile) {
    text = String(decoding: file.bytes, as: UTF8.self)
    lines = [Line(textOffset: 0, fileOffset: 0)]
  }

  /// Returns the offset in the file of the byte at an offset of the text.
  public func fileOffset(of textOffset: Int) -> Int {
    guard let first = lines.first else { return 0 }
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].textOffset <= textOffset { low = middle } else { high = middle }
    }
    let line = high > low ? lines[low] : first
    return line.fileOffset + max(0, textOffset - line.textOffset)
  }

  /// Returns the span in the file of a range of the text.
  public func fileSpan(_ start: Int, _ end: Int) -> SourceSpan {
    let first = fileOffset(of: start)
    guard end > start else { return SourceSpan(first, first) }
    return SourceSpan(first, fileOffset(of: end - 1) + 1)
  }
}

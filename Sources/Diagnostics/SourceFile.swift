/// A half-open range of UTF-8 byte offsets in a source file.
public struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset just after the last byte; never less than `start`.
  public var end: Int

  /// Creates the span `start..<end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The number of bytes covered.
  public var length: Int { end - start }

  /// Returns the smallest span that covers this one and `other`.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start), max(end, other.end))
  }
}

/// A place a person can find in an editor.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in UTF-8 bytes, from 1, as compilers count.
  public var column: Int
}

/// The bytes of one file as the author wrote them, with a line table.
///
/// Lines end at LF, CRLF or a lone CR, as CommonMark has them. Every offset is a byte offset, so
/// that spans stay true whatever the encoding of the text around them. A byte order mark stands before
/// the first line.
public struct SourceFile: Sendable {
  /// The name to show in messages, as the user gave it.
  public let name: String
  /// The file's content, unchanged.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line; never empty.
  public let lineStarts: [Int]

  /// Creates a source file from its content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [markLength]
    var index = markLength
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      } else if bytes[index] == UInt8(ascii: "\r"),
        index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
      {
        starts.append(index + 1)
      }
      index += 1
    }
    lineStarts = starts
  }

  /// Creates a source file from text.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of lines, counting the one after a final line ending.
  public var lineCount: Int { lineStarts.count }

  /// Returns the line, from 1, that holds the byte at `offset`; offsets outside are clamped.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Returns the line and column of the byte at `offset`; offsets outside are clamped.
  public func position(at offset: Int) -> SourcePosition {
    let clamped = min(max(offset, 0), bytes.count)
    let line = line(at: clamped)
    return SourcePosition(line: line, column: max(0, clamped - lineStarts[line - 1]) + 1)
  }

  /// Returns the span of a line, from 1, without its line ending; empty for lines that are not there.
  public func span(ofLine line: Int) -> SourceSpan {
    guard line >= 1, line <= lineStarts.count else { return SourceSpan(bytes.count, bytes.count) }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start,
      bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return SourceSpan(start, end)
  }

  /// Returns the text of a span, with invalid UTF-8 repaired; the span is clamped to the file.
  public func text(in span: SourceSpan) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The offset of the first byte that is not valid UTF-8, or nil where all of it is.
  public var firstInvalidByte: Int? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded): offset += encoded.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}

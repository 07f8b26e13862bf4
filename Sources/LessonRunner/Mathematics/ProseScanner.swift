import Diagnostics
import LessonModel

/// Finds the numbers in the prose of a lesson: paragraphs and headings, without formulas, code,
/// HTML and the addresses of links.
struct ProseScanner {
  private let file: SourceFile
  private let nodes: [Node]
  /// The text of the file, blank wherever it is not prose.
  private var text: [UInt8]

  init(_ lesson: Lesson) {
    file = lesson.file
    nodes = lesson.document.nodes
    text = lesson.file.bytes
    for node in nodes {
      if case .math(let math) = node.kind { blank(math.span) }
    }
  }

  /// The numbers, in the order of the file.
  func numbers() -> [(span: SourceSpan, isInTable: Bool)] {
    var result: [(span: SourceSpan, isInTable: Bool)] = []
    for node in nodes {
      switch node.kind {
      case .paragraph, .heading: break
      default: continue
      }
      guard let span = node.span else { continue }
      var bytes = Array(text[span.start..<min(span.end, text.count)])
      Self.blankMarkup(in: &bytes)
      let rows = Self.tableRows(in: bytes)
      var tokenizer = OutputTokenizer(bytes)
      for token in tokenizer.tokens() {
        guard case .number = token.kind else { continue }
        let start = span.start + token.range.lowerBound
        result.append(
          (
            SourceSpan(start, span.start + token.range.upperBound),
            rows.contains { $0.contains(token.range.lowerBound) }
          )
        )
      }
    }
    return result
  }

  private mutating func blank(_ span: SourceSpan) {
    for index in span.start..<min(span.end, text.count) where text[index] != 0x0A {
      text[index] = 0x20
    }
  }

  /// Blanks code spans, HTML and addresses.
  private static func blankMarkup(in bytes: inout [UInt8]) {
    var index = 0
    // What closes nothing once closes nothing behind that either.
    var missing: Set<[UInt8]> = []
    func end(of close: [UInt8], from start: Int) -> Int? {
      guard !missing.contains(close) else { return nil }
      let end = bytes[start...].firstRange(of: close)?.upperBound
      if end == nil { missing.insert(close) }
      return end
    }
    while index < bytes.count {
      var stop: Int?
      switch bytes[index] {
      case UInt8(ascii: "`"):
        let run = bytes[index...].prefix { $0 == 0x60 }
        stop = end(of: Array(run), from: index + run.count)
      case UInt8(ascii: "<") where opensHTML(bytes, at: index):
        let isComment = bytes[index...].starts(with: "<!--".utf8)
        stop = end(of: Array((isComment ? "-->" : ">").utf8), from: index)
      case UInt8(ascii: "]") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "("):
        stop = end(of: [UInt8(ascii: ")")], from: index)
      default: break
      }
      guard let stop else {
        index += 1
        continue
      }
      for place in index..<stop where bytes[place] != 0x0A { bytes[place] = 0x20 }
      index = stop
    }
  }

  private static func opensHTML(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return (next | 32 >= 97 && next | 32 <= 122) || next == 0x21 || next == 0x2F
  }

  /// The lines that are rows of a table.
  private static func tableRows(in bytes: [UInt8]) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let first = line.first { $0 != 0x20 && $0 != UInt8(ascii: ">") }
      if first == UInt8(ascii: "|") { rows.append(start..<start + line.count) }
      start += line.count + 1
    }
    return rows
  }
}

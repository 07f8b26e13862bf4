internal import Diagnostics

/// Code as HTML: pieces with a color in a `span` each, and marks at the ends of lines.
struct CodeWriter {
  private(set) var html = ""
  private let code: [UInt8]
  private let colors: [ColoredRange]

  init(_ code: String, _ colors: [ColoredRange]) {
    var bytes = Array(code.utf8)
    if bytes.last == 0x0A { bytes.removeLast() }
    self.code = bytes
    self.colors = colors
  }

  /// Writes the code.
  ///
  /// - Parameter mark: Receives the offset of each line's first byte, and returns what is to stand at
  ///   the end of that line.
  mutating func write(_ mark: (Int) -> String) {
    var lineStart = 0
    var next = 0
    while lineStart <= code.count {
      let lineEnd = code[lineStart...].firstIndex(of: 0x0A) ?? code.count
      var index = lineStart
      // A color may run over several lines: each line has its own piece of it.
      while next < colors.count, colors[next].end <= index { next += 1 }
      var color = next
      while color < colors.count, colors[color].start < lineEnd {
        let range = colors[color]
        put(index..<max(index, range.start))
        let end = min(range.end, lineEnd)
        let piece = max(index, range.start)..<max(index, range.start, end)
        if !piece.isEmpty {
          html += "<span class=\"\(Self.styleClass(of: range.color))\">"
          put(piece)
          html += "</span>"
        }
        index = piece.upperBound
        color += 1
      }
      put(index..<lineEnd)
      html += mark(lineStart)
      if lineEnd < code.count { html += "\n" }
      lineStart = lineEnd + 1
    }
  }

  private mutating func put(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    html += HTMLText.shown(String(decoding: code[range], as: UTF8.self))
  }

  private static func styleClass(of kind: CodeColor) -> String {
    switch kind {
    case .keyword: "k"
    case .type: "t"
    case .number: "n"
    case .string: "s"
    case .comment: "c"
    case .attribute: "a"
    }
  }
}

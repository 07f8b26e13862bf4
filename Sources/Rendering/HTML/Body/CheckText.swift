internal import Diagnostics
internal import LessonModel

/// What a check compared, in words: `1.609 = loss, computed 1.6094379`.
struct CheckText {
  /// The line of the check's end in the file.
  let line: Int
  let text: String

  init(_ check: ExpectationResult, in lesson: Lesson, cell: Cell) {
    let file = lesson.file
    line = file.line(at: max(check.span.start, check.span.end - 1))
    if let stored = cell.storedOutput, check.span == stored.contentSpan {
      text =
        check.holds
        ? "the stored output is what the cell prints"
        : "the stored output is not what the cell prints"
    } else if check.expected == "true" {
      let condition = Self.shortened(file.text(in: check.span))
      text = check.holds ? "\(condition) holds" : "\(condition) does not hold"
    } else {
      let subject = Self.subject(ofLine: file.line(at: check.span.start), in: file)
      let computed = check.actual.map { ", computed \(Self.shortened($0))" } ?? ", never computed"
      let relation = check.holds ? "=" : "≠"
      text = "\(Self.shortened(check.expected)) \(relation) \(subject)\(computed)"
    }
  }

  /// What a line's comment speaks of: the name that the line declares, or its expression.
  private static func subject(ofLine line: Int, in file: SourceFile) -> String {
    var line = line
    var code = ""
    // The comment may stand on lines of its own below the code.
    while line > 0, code.isEmpty {
      let text = file.text(in: file.span(ofLine: line))
      code = trimmed(text.firstRange(of: "//").map { text[..<$0.lowerBound] } ?? text[...])
      line -= 1
    }
    for keyword in ["let ", "var "] where code.hasPrefix(keyword) {
      let name = code.dropFirst(keyword.count).prefix { !"=:".contains($0) }
      return trimmed(name)
    }
    return shortened(code)
  }

  private static func trimmed(_ text: Substring) -> String {
    let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex
    return String(text[..<end].drop { $0.isWhitespace || $0 == ">" })
  }

  /// Text on one line, of a length that a list item may have.
  private static func shortened(_ text: String) -> String {
    var line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if line.count > longest { line = String(line.prefix(longest)) + "…" }
    return line
  }

  private static let longest = 120
}

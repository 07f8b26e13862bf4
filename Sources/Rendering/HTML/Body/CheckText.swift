internal import Diagnostics
internal import LessonModel
internal import TeXMath

/// What a check compared, in words: `1.609 = loss, computed 1.6094379`.
struct CheckText {
  /// The line of the check's end in the file.
  let line: Int
  let text: String
  /// How many things were compared, and how many of them differ.
  let count: Int
  let failedCount: Int

  var holds: Bool { failedCount == 0 }

  /// Says what an expectation of a cell, or its stored output, was compared with.
  init(_ check: ExpectationResult, in lesson: Lesson, cell: Cell) {
    let file = lesson.file
    line = Self.line(of: check, in: file)
    count = 1
    failedCount = check.holds ? 0 : 1
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

  /// Says what numbers of prose or of a formula were compared with.
  ///
  /// - Parameters:
  ///   - checks: The checks of one claim, or a single one of another kind.
  ///   - lesson: The lesson that they were made for.
  init?(_ checks: some BidirectionalCollection<MathCheck>, in lesson: Lesson) {
    guard let last = checks.last else { return nil }
    line = Self.line(of: last.result, in: lesson.file)
    let failed = checks.filter { !$0.result.holds }
    count = checks.count
    failedCount = failed.count
    let holds = failed.isEmpty
    switch last.method {
    case .claim:
      // Of many numbers those that are wrong are what a reader looks for.
      let shown = (holds ? Array(checks) : failed).map(\.result)
      let expression = last.expression.map { Self.trimmed(lesson.file.text(in: $0)[...]) } ?? ""
      text =
        "\(Self.list(shown.map(\.expected))) \(holds ? "=" : "≠") \(Self.shortened(expression))"
        + ", computed \(Self.list(shown.compactMap(\.actual)))"
    case .arithmetic:
      let written = Self.inLine(last.result.expected)
      text =
        holds
        ? "\(written) is what the side beside it comes to"
        : "\(written) is not \(last.result.actual ?? ""), what the side beside it comes to"
    case .identity:
      let sides = [last.result.expected, last.result.actual ?? ""].map(Self.inLine)
      text =
        "\(sides[0]) \(holds ? "=" : "≠") \(sides[1]), \(holds ? "at all" : "not at the") sampled values"
    }
  }

  /// A formula in a line of text.
  private static func inLine(_ tex: String) -> String {
    shortened(Formula(parsing: tex).unicodeText(as: .inline).joined(separator: " "))
  }

  /// The first of several texts.
  private static func list(_ texts: [String]) -> String {
    let most = 6
    let ending = texts.count > most ? ", … (\(texts.count) in all)" : ""
    return texts.prefix(most).map(shortened).joined(separator: ", ") + ending
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

  private static func line(of check: ExpectationResult, in file: SourceFile) -> Int {
    file.line(at: max(check.span.start, check.span.end - 1))
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

import Diagnostics
import LessonModel
import TeXMath

/// Everything outside of the cells of a lesson that can be checked.
struct LessonMathematics {
  /// The formulas as they are written.
  private var maths: [Math] = []
  private(set) var comments: [FormulaComment] = []
  /// What is wrong with the comments.
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile
  private let macros: MacroSet
  /// Where comments are looked for next: cmark does not tell where inline HTML stands.
  private var cursor = 0
  /// The end of the formula, with its comments, that was met last.
  private var formulaEnd: Int?

  /// Finds the formulas of a lesson and the comments that speak of them, in the order of the file.
  init(of lesson: Lesson) {
    file = lesson.file
    macros = lesson.frontMatter.macros
    for node in lesson.document.nodes { add(node) }
  }

  /// Parses the formulas.
  func formulas() -> [LocatedFormula] { maths.map { LocatedFormula($0, macros: macros) } }

  /// What is claimed, in the order of the file.
  var claims: [Claim] {
    comments.compactMap { comment in
      guard case .claim(let expression) = comment.kind else { return nil }
      return Claim(expression: expression, target: comment.target)
    }
  }

  private mutating func add(_ node: Node) {
    if let span = node.span { cursor = max(cursor, span.start) }
    switch node.kind {
    case .math(let math):
      maths.append(math)
      cursor = max(cursor, math.span.end)
      formulaEnd = math.span.end
    case .htmlInline(let html), .htmlBlock(let html): addComments(in: html)
    case .code(let text) where text.contains("<!--"):
      // A comment that is only quoted is none.
      cursor = file.bytes[cursor...].firstRange(of: text.utf8)?.upperBound ?? cursor
    default: break
    }
  }

  private static let commentEnd = Array("-->".utf8)

  private mutating func addComments(in html: String) {
    guard html.hasPrefix("<!--") else { return }
    var rest = Array(html.utf8)[...]
    while rest.starts(with: "<!--".utf8), let end = rest.firstPlace(of: Self.commentEnd)?.upperBound
    {
      addComment(Array(rest[..<end]))
      rest = rest[end...].drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
  }

  private mutating func addComment(_ bytes: [UInt8]) {
    guard let place = file.bytes[cursor...].firstPlace(of: bytes) else { return }
    let span = SourceSpan(place.lowerBound, place.upperBound)
    cursor = span.end
    var start = span.start + 4
    var end = span.end - 3
    while start < end, file.bytes[start] <= 0x20 { start += 1 }
    while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
    guard let kind = kind(of: SourceSpan(start, end)) else { return }
    guard let target = target(before: span.start) else {
      diagnostics.append(
        Diagnostic(
          "misplaced-claim",
          .error,
          "no number and no formula stands right before this comment",
          at: span,
          help: "write it directly behind the number or the formula it speaks of"
        )
      )
      return
    }
    comments.append(FormulaComment(kind: kind, span: span, target: target))
    if case .formula = target { formulaEnd = span.end }
  }

  private mutating func kind(of content: SourceSpan) -> FormulaComment.Kind? {
    let text = file.text(in: content)
    if text.hasPrefix("="), !text.hasPrefix("==") {
      var start = content.start + 1
      while start < content.end, file.bytes[start] <= 0x20 { start += 1 }
      if start == content.end {
        problem("empty-claim", "nothing is claimed", at: content, "write '<!-- = expression -->'")
        return nil
      }
      return .claim(SourceSpan(start, content.end))
    }
    if text == "identity" { return .identity }
    guard text.hasPrefix("unchecked") else { return nil }
    let reason = text.dropFirst("unchecked".count)
    guard reason.first == ":", reason.dropFirst().contains(where: { $0 != " " }) else {
      problem(
        "unexplained-exception",
        "it is not said why this is not checked",
        at: content,
        "write '<!-- unchecked: why -->'"
      )
      return nil
    }
    return .unchecked
  }

  private mutating func problem(
    _ id: String,
    _ message: String,
    at span: SourceSpan,
    _ help: String
  ) {
    diagnostics.append(Diagnostic(id, .error, message, at: span, help: help))
  }

  // MARK: - What a comment speaks of

  private func target(before offset: Int) -> FormulaComment.Target? {
    if let formulaEnd, formulaEnd <= offset, isGap(formulaEnd..<offset) {
      return .formula(maths.count - 1)
    }
    return PlacedNumber(endingAt: offset, in: file).map { .number($0) }
  }

  /// White space with at most one line break, and markers of quotations.
  private func isGap(_ range: Range<Int>) -> Bool {
    let gap = file.bytes[range]
    return gap.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
      && gap.filter { $0 == 0x0A }.count <= 1
  }
}

public import Diagnostics
public import Script
import TeXMath

/// Reads expectation comments and finds the statements they speak of.
///
/// A comment behind code speaks of the statement that ends last on its line, the innermost where
/// several end together. A comment standing alone speaks of the statement just above it.
public enum ExpectationReader {
  /// A statement that a comment may speak of.
  struct Place {
    var span: SourceSpan
    var hasValue: Bool
  }

  /// Reads all expectations of a script.
  public static func read(_ script: ScriptNode, in file: SourceFile) -> Checked<[Expectation]> {
    var collector = StatementCollector()
    collector.visit(script.statements)
    let places = collector.statements.map { Place(span: $0.span, hasValue: $0.hasValue) }
    return read(script.comments, among: places, in: file)
  }

  /// Reads the expectations in comments.
  ///
  /// - Parameters:
  ///   - comments: The comments, in order.
  ///   - statements: All statements, outer before inner.
  ///   - file: The lesson's file.
  /// - Returns: The expectations, with the problems of their comments.
  static func read(
    _ comments: [ScriptNode.Comment],
    among statements: [Place],
    in file: SourceFile
  ) -> Checked<[Expectation]> {
    var expectations: [Expectation] = []
    var diagnostics: [Diagnostic] = []
    for comment in comments {
      guard let form = CommentForm(comment, diagnostics: &diagnostics) else { continue }
      guard let statement = statement(of: comment, among: statements, in: file) else {
        diagnostics.append(
          Diagnostic(
            "misplaced-expectation",
            .error,
            "no expression or binding on this line",
            at: comment.span,
            help: "put the comment behind or right under the statement it speaks of"
          )
        )
        continue
      }
      switch form {
      case .value(let written, let integers):
        guard statement.hasValue else {
          diagnostics.append(
            Diagnostic(
              "expectation-without-value",
              .error,
              "this statement has no value to compare",
              at: comment.span,
              help: "write the expression on a line of its own, or 'Prints \"…\"' for its output"
            )
          )
          continue
        }
        expectations.append(
          Expectation(
            kind: .value(written, integers),
            statement: statement.span,
            comment: comment.span
          )
        )
      case .printed(let line):
        if let last = expectations.last, last.statement == statement.span,
          case .printed(let lines) = last.kind
        {
          expectations[expectations.count - 1].kind = .printed(lines + [line])
          expectations[expectations.count - 1].comment = last.comment.union(comment.span)
        } else {
          expectations.append(
            Expectation(kind: .printed([line]), statement: statement.span, comment: comment.span)
          )
        }
      }
    }
    return Checked(expectations, diagnostics)
  }

  private static func statement(
    of comment: ScriptNode.Comment,
    among statements: [Place],
    in file: SourceFile
  ) -> Place? {
    var best: Place?
    for statement in statements where statement.span.end <= comment.span.start {
      if statement.span.end >= best?.span.end ?? 0 { best = statement }
    }
    guard let best else { return nil }
    if comment.standsAlone {
      // A body that opens in between has nothing above the comment yet.
      let between = best.span.end..<comment.span.start
      return statements.contains { between.contains($0.span.start) } ? nil : best
    }
    let line = file.line(at: comment.span.start)
    return file.line(at: max(best.span.start, best.span.end - 1)) == line ? best : nil
  }
}

extension StatementNode {
  fileprivate var hasValue: Bool {
    switch kind {
    case .expression(let value):
      if case .statement = value.kind { false } else { true }
    case .binding, .assignment, .compoundAssignment: true
    case .return(let value): value != nil
    case .if, .forIn, .while, .break, .continue, .block, .guard, .repeatWhile, .switch, .labeled,
      .defer, .throw, .doCatch, .fallthrough, .function, .type, .typeAlias, .invalid:
      false
    }
  }
}

/// The form of one comment.
private enum CommentForm {
  case value(Expectation.Written, DecimalNumber.IntegerReading)
  case printed(Expectation.Written)

  init?(_ comment: ScriptNode.Comment, diagnostics: inout [Diagnostic]) {
    let isSpace = { (byte: UInt8) in byte == 32 || byte == 9 || byte == 13 }
    let bytes = Array(comment.text.utf8)
    var rest = bytes[...]
    func trim() { while let first = rest.first, isSpace(first) { rest.removeFirst() } }
    func skip(_ prefix: String) -> Bool {
      guard rest.starts(with: prefix.utf8) else { return false }
      rest.removeFirst(prefix.utf8.count)
      trim()
      return true
    }
    func written(_ slice: ArraySlice<UInt8>) -> Expectation.Written {
      let base = comment.span.start + 2
      return Expectation.Written(
        text: String(decoding: slice, as: UTF8.self),
        span: SourceSpan(base + slice.startIndex, base + slice.endIndex)
      )
    }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    trim()
    if skip("→") || skip("=>") {
      let integers: DecimalNumber.IntegerReading = skip("≈") ? .rounded : .exact
      guard !rest.isEmpty else {
        diagnostics.append(
          Diagnostic(
            "empty-expectation",
            .error,
            "nothing is written after the arrow",
            at: comment.span,
            help: "write the value, such as '// → 0.842'"
          )
        )
        return nil
      }
      self = .value(written(rest), integers)
      return
    }
    let isNearMiss =
      rest.starts(with: "->".utf8) || rest.starts(with: "prints \"".utf8)
      || rest.starts(with: "Print \"".utf8) || rest.starts(with: "≈".utf8)
    if skip("Prints"), rest.first == UInt8(ascii: "\"") {
      let content = rest.dropFirst()
      var text: [UInt8] = []
      var index = content.startIndex
      while index < content.endIndex, content[index] != UInt8(ascii: "\"") {
        let next = index + 1
        if content[index] == UInt8(ascii: "\\"), next < content.endIndex,
          content[next] == UInt8(ascii: "\"") || content[next] == UInt8(ascii: "\\")
        {
          index = next
        }
        text.append(content[index])
        index += 1
      }
      if index == content.endIndex - 1 {
        var line = written(content[content.startIndex..<index])
        line.text = String(decoding: text, as: UTF8.self)
        self = .printed(line)
        return
      }
      diagnostics.append(
        Diagnostic(
          "malformed-expectation",
          .error,
          "the text after 'Prints' does not end with its closing quote",
          at: comment.span,
          help: "write '// Prints \"text\"', with '\\\"' for a quote inside"
        )
      )
      return nil
    }
    if isNearMiss {
      diagnostics.append(
        Diagnostic(
          "near-expectation",
          .warning,
          "this comment looks like an expectation but is none",
          at: comment.span,
          help: "write '// → value' or '// Prints \"text\"'"
        )
      )
    }
    return nil
  }
}

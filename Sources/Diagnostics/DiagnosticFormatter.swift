/// Lays out diagnostics for people: the place, the sentence, the line with a caret, and the fix.
///
///     lec9.md:14:9: error: cannot find 'sotfmax' in scope [unknown-name]
///        14 | let a = sotfmax(z)
///           |         ^~~~~~~
///           = help: did you mean 'softmax'?
public struct DiagnosticFormatter: Sendable {
  /// Whether to use ANSI colours.
  public var usesColor: Bool

  /// Creates a formatter.
  public init(usesColor: Bool = false) {
    self.usesColor = usesColor
  }

  /// Returns the text of all diagnostics of a file, each ended by a line break.
  public func format(_ diagnostics: [Diagnostic], in file: SourceFile) -> String {
    diagnostics.map { format($0, in: file) }.joined()
  }

  /// Returns the text of one diagnostic, ended by a line break.
  public func format(_ diagnostic: Diagnostic, in file: SourceFile) -> String {
    var text = bold(place(diagnostic.span, in: file) + ": ")
    text += colored(diagnostic.severity.rawValue + ":", diagnostic.severity) + " "
    text += bold(visibleText(diagnostic.message)) + dim(" [\(diagnostic.id)]") + "\n"
    if let span = diagnostic.span {
      text += excerpt(span, in: file, severity: diagnostic.severity)
    }
    if let help = diagnostic.help {
      text += "       " + dim("= ") + colored("help:", .remark) + " " + visibleText(help) + "\n"
    }
    for note in diagnostic.notes {
      let origin = note.span.map { place($0, in: file) + ": " } ?? "       = "
      text += dim(origin) + "note: " + visibleText(note.message) + "\n"
    }
    return text
  }

  /// Returns `name:line:column`, or the name alone where there is no span.
  public func place(_ span: SourceSpan?, in file: SourceFile) -> String {
    guard let span else { return visibleText(file.name) }
    let position = file.position(at: span.start)
    return "\(visibleText(file.name)):\(position.line):\(position.column)"
  }
}

// MARK: - Excerpts

extension DiagnosticFormatter {
  /// The longest part of a source line that is shown.
  private static let excerptWidth = 100

  private func excerpt(_ span: SourceSpan, in file: SourceFile, severity: Severity) -> String {
    let line = file.line(at: span.start)
    let lineSpan = file.span(ofLine: line)
    guard lineSpan.length > 0 else { return "" }
    // A window of a very long line, so that neither the terminal nor the tool drowns in it.
    let windowStart = max(lineSpan.start, min(span.start, lineSpan.end) - Self.excerptWidth / 2)
    let windowEnd = min(lineSpan.end, windowStart + 2 * Self.excerptWidth)
    let before = printable(file, windowStart, min(span.start, windowEnd))
    let marked = printable(file, min(span.start, windowEnd), min(span.end, windowEnd))
    let after = printable(file, min(span.end, windowEnd), windowEnd)
    let number = String(line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let markWidth = max(1, displayWidth(marked))
    let caret = "^" + String(repeating: "~", count: markWidth - 1)
    var text = dim(gutter + " | ") + before + marked + after + "\n"
    text += dim("      | ") + String(repeating: " ", count: displayWidth(before))
    text += colored(caret, severity) + "\n"
    return text
  }

  private func printable(_ file: SourceFile, _ start: Int, _ end: Int) -> String {
    visibleText(file.text(in: SourceSpan(start, end)))
  }

  private func bold(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  private func colored(_ text: String, _ severity: Severity) -> String {
    guard usesColor else { return text }
    switch severity {
    case .error: return "\u{1B}[1;31m\(text)\u{1B}[0m"
    case .warning: return "\u{1B}[1;33m\(text)\u{1B}[0m"
    case .remark: return "\u{1B}[1;36m\(text)\u{1B}[0m"
    }
  }
}

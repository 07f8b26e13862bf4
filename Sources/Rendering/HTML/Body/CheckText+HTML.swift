extension CheckText {
  /// A sign right behind what was checked, which says in words what it means; where some of the checks
  /// fail, what these are.
  static func mark(of checks: [CheckText]) -> String {
    guard !checks.isEmpty else { return "" }
    let failed = checks.filter { !$0.holds }
    var texts: [String] = []
    for check in failed.isEmpty ? checks : failed where !texts.contains(check.text) {
      texts.append(check.text)
    }
    let text = HTMLText.shown(texts.joined(separator: "; "))
    let (style, sign, word) = failed.isEmpty ? ("ok", "✓", "holds") : ("no", "✗", "fails")
    return "<span class=\"mark \(style)\" role=\"img\" title=\"\(text)\" "
      + "aria-label=\"\(word): \(text)\">\u{A0}\(sign)</span>"
  }

  /// Checks as a folded list, for those who do not point at marks.
  ///
  /// - Parameters:
  ///   - checks: What was checked.
  ///   - subject: What stands behind the number of checks, such as ` of numbers`.
  /// - Returns: The list as HTML; empty where nothing was checked.
  static func list(_ checks: [CheckText], of subject: String = "") -> String {
    guard !checks.isEmpty else { return "" }
    let failed = checks.reduce(0) { $0 + $1.failedCount }
    let count = checks.reduce(0) { $0 + $1.count }
    let title =
      failed > 0
      ? "✗ \(failed) of \(count) check\(count == 1 ? "" : "s")\(subject) failed"
      : "✓ \(count) check\(count == 1 ? "\(subject) holds" : "s\(subject) hold")"
    let items = checks.map { check in
      "<li class=\"\(check.holds ? "ok" : "no")\"><span aria-hidden=\"true\">\(check.holds ? "✓" : "✗")"
        + "</span> line \(check.line): \(HTMLText.shown(check.text))</li>"
    }
    return "<details class=\"checks \(failed > 0 ? "no" : "ok")\"><summary>\(title)</summary>"
      + "<ul>\(items.joined())</ul></details>"
  }
}

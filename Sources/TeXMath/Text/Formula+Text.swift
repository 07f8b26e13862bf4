extension Formula {
  /// The formula in lines of Unicode text, for a terminal.
  ///
  /// In a line of text it is one line: `a⁽ⁱ⁾ = t/(∑ⱼ tⱼ)`. On lines of its own fractions, limits and matrices
  /// are set in several lines; what is wider than `width` is broken before relations, and where
  /// that is not enough before operators and between words.
  ///
  /// - Parameters:
  ///   - placement: where the formula stands.
  ///   - width: the columns that a line may take.
  ///   - columns: the columns that a character takes; 1 where nothing is said.
  /// - Returns: the lines, without spaces at their ends; in a line of text exactly one.
  public func unicodeText(
    as placement: Placement,
    width: Int = .max,
    columns: @escaping (Character) -> Int = { _ in 1 }
  ) -> [String] {
    switch placement {
    case .inline: return [LinearText().text(nodes)]
    case .display:
      var lines = BrokenText(width: max(8, width), text: BlockText(columns: columns)).lines(nodes)
      if let tag, !lines.isEmpty {
        lines[lines.count - 1] += "   \(LinearText().text(tag))"
      }
      return lines
    }
  }
}

/// Breaks a formula that is wider than a line.
private struct BrokenText {
  let width: Int
  let text: BlockText
  /// The columns by which lines that go on stand in.
  private let indent = 2

  func lines(_ nodes: [MathNode]) -> [String] {
    let pieces = nodes.split(omittingEmptySubsequences: true) { $0.kind == .lineBreak }
    return pieces.flatMap { broken(Array($0)) }.map(trimmed)
  }

  private func broken(_ nodes: [MathNode]) -> [String] {
    let whole = text.block(nodes)
    if whole.width <= width { return whole.lines }
    for isBreak in [Self.isRelation, Self.isOperator] {
      guard let parts = parts(of: nodes, at: isBreak), parts.count > 1 else { continue }
      let blocks = filled(parts)
      if blocks.allSatisfy({ $0.width <= width }) { return joined(blocks) }
    }
    return words(of: LinearText().text(nodes))
  }

  /// Puts as many parts on a line as fit.
  private func filled(_ parts: [[MathNode]]) -> [TextBlock] {
    var rows: [[MathNode]] = []
    for part in parts {
      if let last = rows.last, text.block(last + part).width + indent <= width {
        rows[rows.count - 1] += part
      } else {
        rows.append(part)
      }
    }
    return rows.enumerated().map { index, row in
      let block = text.block(row)
      return index == 0 ? block : block.padded(to: block.width + indent, .right)
    }
  }

  private func joined(_ blocks: [TextBlock]) -> [String] {
    var lines: [String] = []
    for block in blocks {
      if !lines.isEmpty, block.height > 1 { lines.append("") }
      lines += block.lines
    }
    return lines
  }

  private func words(of line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ") {
      let length = word.reduce(0) { $0 + text.columns($1) }
      if used > 0, used + 1 + length > width {
        lines.append(current)
        current = String(repeating: " ", count: indent)
        used = indent
      } else if used > 0 {
        current += " "
        used += 1
      }
      current += word
      used += length
    }
    return lines + [current]
  }

  private func parts(
    of nodes: [MathNode],
    at isBreak: (MathNode) -> Bool
  ) -> [[MathNode]]? {
    var parts: [[MathNode]] = [[]]
    for node in nodes {
      if isBreak(node), !parts[parts.count - 1].isEmpty { parts.append([]) }
      parts[parts.count - 1].append(node)
    }
    return parts
  }

  private static func isRelation(_ node: MathNode) -> Bool { node.isRelation }

  private static func isOperator(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node.kind {
      return symbol.atomClass == .binary || node.isRelation
    }
    return node.isRelation
  }

  private func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}

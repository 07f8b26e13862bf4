/// The diagrams of the package amscd.
extension FormulaParser {
  /// Reads the rows of `\begin{CD} … \end{CD}`, where `@` begins an arrow.
  ///
  /// Objects and arrows to the side stand in rows by turns; between them rows of arrows up and down.
  mutating func diagramRows(of table: inout MathTable) {
    while true {
      var cells: [MathNode] = []
      var hasObject = false
      while true {
        let start = peek().range.lowerBound
        let nodes = row()
        hasObject = hasObject || !nodes.isEmpty
        cells.append(MathNode(.row(nodes), start..<max(start, lastEnd)))
        guard let at = take("@") else { break }
        cells.append(MathNode(.row(arrow(from: at)), at.range.lowerBound..<lastEnd))
      }
      let hasArrow = cells.count > 1
      // Beside the arrows up and down of a row stands nothing.
      if !hasObject, hasArrow { cells = Array(cells.dropFirst().dropLast()) }
      let isLineBreak = peek().kind == .command("\\") || peek().kind == .command("cr")
      if hasArrow || hasObject || isLineBreak {
        table.rows.append(MathTable.Row(cells: cells, tag: nil))
      }
      guard isLineBreak else { return }
      take()
      rowGap()
    }
  }

  /// What `@` and the signs behind it stand for.
  private mutating func arrow(from at: Token) -> [MathNode] {
    let sign = take()
    let range = at.range.lowerBound..<max(at.range.upperBound, sign.range.upperBound)
    let kind: MathNode.Kind
    switch sign.kind {
    case .character(">"), .character(")"): kind = sideArrow("→", sign)
    case .character("<"), .character("("): kind = sideArrow("←", sign)
    case .character("="):
      kind = .arrow("=", over: MathNode(.row([]), range), under: nil)
    case .character("V"): return verticalArrow("↓", sign)
    case .character("A"): return verticalArrow("↑", sign)
    case .character("|"), .command("|"), .command("Vert"):
      kind = .sizedDelimiter(SizedDelimiter(text: "∥", size: 2, atomClass: .ordinary))
    case .character("."): return []
    case .character, .command, .space, .end:
      report(.badArrow, range)
      return []
    }
    return [MathNode(kind, at.range.lowerBound..<max(range.upperBound, lastEnd))]
  }

  private mutating func sideArrow(_ arrow: String, _ sign: Token) -> MathNode.Kind {
    let over = label(upTo: sign)
    let under = label(upTo: sign)
    return .arrow(arrow, over: over, under: under)
  }

  private mutating func verticalArrow(_ arrow: String, _ sign: Token) -> [MathNode] {
    let left = label(upTo: sign)
    let right = label(upTo: sign)
    let range = sign.range.lowerBound..<max(sign.range.upperBound, lastEnd)
    func beside(_ label: MathNode, _ side: MathPadding) -> MathNode {
      MathNode(.style(.script, [MathNode(.padding(side, [label]), label.range)]), label.range)
    }
    let shaft = SizedDelimiter(text: arrow, size: 2, atomClass: .ordinary)
    return [
      beside(left, .leftOverlap), MathNode(.sizedDelimiter(shaft), range),
      beside(right, .rightOverlap),
    ]
  }

  /// What stands up to the next sign of an arrow.
  private mutating func label(upTo sign: Token) -> MathNode {
    guard case .character(let scalar) = sign.kind,
      let tokens = tokens(upTo: scalar, from: sign)
    else { return MathNode(.row([]), sign.range) }
    let place = lastEnd..<lastEnd
    putBack(tokens + [Token(kind: .character("}"), range: place)])
    return group(from: Token(kind: .character("{"), range: tokens.first?.range ?? place))
  }
}

/// Writes a formula as lines of text that stand together, as on a blackboard.
struct BlockText {
  /// The columns that a character takes.
  let columns: (Character) -> Int
  private let linear = LinearText()
  private var font: MathFont?

  init(columns: @escaping (Character) -> Int) { self.columns = columns }

  func block(_ text: String) -> TextBlock {
    TextBlock(text, width: text.reduce(0) { $0 + columns($1) })
  }

  func block(_ nodes: [MathNode]) -> TextBlock {
    var result = TextBlock.empty
    let spaces = RowSpacing.spaces(before: nodes, isScript: false)
    for (node, isApart) in zip(nodes, spaces) {
      if isApart { result.append(TextBlock(" ", width: 1)) }
      result.append(block(node))
    }
    return result
  }

  func block(_ node: MathNode) -> TextBlock {
    switch node.kind {
    case .row(let nodes), .style(_, let nodes), .color(_, let nodes), .classed(_, let nodes):
      return block(nodes)
    case .font(let font, let nodes):
      var inner = self
      inner.font = font
      return inner.block(nodes)
    case .scripts(let base, let below, let above): return scripts(base, below, above)
    case .fraction(let fraction): return self.fraction(fraction)
    case .root(let radicand, let degree): return root(node, radicand, degree)
    case .fenced(let fence): return fenced(fence.open, block(fence.body), fence.close)
    case .accent(let accent): return self.accent(node, accent)
    case .stack(let base, let over, let under):
      return stacked(block(base), over: over.map(block), under: under.map(block))
    case .arrow(let arrow, let over, let under): return self.arrow(arrow, over, under)
    case .table(let table): return self.table(table)
    case .enclosure(.box, let nodes): return boxed(block(nodes))
    case .padding(.raised(let shift), let nodes):
      return raised(block(nodes), by: shift)
    case .rule(let rule): return filled(rule)
    case .choice(let forms): return forms.first.map(block) ?? .empty
    case .padding(.phantom, let nodes):
      let inner = block(nodes)
      return TextBlock.stacked(
        inner.lines.map { _ in
          TextBlock(String(repeating: " ", count: inner.width), width: inner.width)
        },
        base: inner.baseline
      )
    case .symbol, .number, .text, .middle, .sizedDelimiter, .function, .enclosure, .padding,
      .space, .negation, .lineBreak, .source:
      let styled = font.map { MathNode(.font($0, [node]), node.range) } ?? node
      return block(linear.text(styled))
    }
  }

  // MARK: - Parts

  private func scripts(_ base: MathNode?, _ below: MathNode?, _ above: MathNode?) -> TextBlock {
    if case .function(let function)? = base?.kind, function.limits != .beside {
      return stacked(
        block(linear.name(of: function)),
        over: above.map(script),
        under: below.map(script)
      )
    }
    if case .accent(let accent)? = base?.kind, accent.isBrace, let base {
      return stacked(block(base), over: above.map(script), under: below.map(script))
    }
    var result = base.map(block) ?? .empty
    let raised = above.map { linear.script($0, sign: "^", ScriptCharacters.raised) }
    let lowered = below.map { linear.script($0, sign: "_", ScriptCharacters.lowered) }
    if result.height == 1, raised?.first != "^", lowered?.first != "_" {
      result.append(block((lowered ?? "") + (raised ?? "")))
      return result
    }
    result.attach(above: above.map(script), below: below.map(script))
    return result
  }

  /// A script in lines; one that fits in a line is set close.
  private func script(_ node: MathNode) -> TextBlock {
    let inner = block(node)
    return inner.height > 1 ? inner : block(LinearText(script: true).text(node))
  }

  private func stacked(_ base: TextBlock, over: TextBlock?, under: TextBlock?) -> TextBlock {
    let parts = [over, base, under].compactMap { $0 }
    return TextBlock.stacked(parts, base: over == nil ? 0 : 1)
  }

  private func fraction(_ fraction: MathFraction) -> TextBlock {
    let numerator = block(fraction.numerator)
    let denominator = block(fraction.denominator)
    let width = max(1, numerator.width, denominator.width)
    let bar = fraction.hasLine ? "─" : " "
    let result = TextBlock.stacked(
      [numerator, TextBlock(String(repeating: bar, count: width), width: width), denominator],
      base: 1
    )
    return fenced(fraction.open, result, fraction.close)
  }

  private func fenced(_ open: String, _ body: TextBlock, _ close: String) -> TextBlock {
    var result = TallDelimiter.block(open, beside: body)
    result.append(body)
    result.append(TallDelimiter.block(close, beside: body))
    return result
  }

  private func root(_ node: MathNode, _ radicand: MathNode, _ degree: MathNode?) -> TextBlock {
    let inner = block(radicand)
    guard inner.height > 1 else { return block(linear.text(node)) }
    var sign = (0..<inner.height).map { $0 == inner.height - 1 ? "⎷" : "│" }
    sign.insert("┌", at: 0)
    let roof = TextBlock(String(repeating: "─", count: inner.width), width: inner.width)
    var result = TextBlock.stacked(sign.map { TextBlock($0, width: 1) }, base: inner.baseline + 1)
    result.append(TextBlock.stacked([roof, inner], base: 1))
    guard let degree, let raised = ScriptCharacters.raised(linear.text(degree)) else {
      return result
    }
    var withDegree = block(raised)
    withDegree.append(result)
    return withDegree
  }

  private func accent(_ node: MathNode, _ accent: MathAccent) -> TextBlock {
    let inner = block(accent.base)
    if accent.isBrace {
      let isOver = accent.position == .over
      let (left, middle, right) = isOver ? ("╭", "┴", "╮") : ("╰", "┬", "╯")
      let width = max(3, inner.width)
      let half = (width - 3) / 2
      let rest = width - 3 - half
      let brace = TextBlock(
        left + String(repeating: "─", count: half) + middle + String(repeating: "─", count: rest)
          + right,
        width: width
      )
      return stacked(inner, over: isOver ? brace : nil, under: isOver ? nil : brace)
    }
    guard inner.height > 1 else {
      let styled = font.map { MathNode(.font($0, [node]), node.range) } ?? node
      return block(linear.text(styled))
    }
    let line = TextBlock(String(repeating: "─", count: inner.width), width: inner.width)
    return accent.position == .over
      ? stacked(inner, over: line, under: nil) : stacked(inner, over: nil, under: line)
  }

  private func arrow(_ arrow: String, _ over: MathNode?, _ under: MathNode?) -> TextBlock {
    let labels = (over: label(over), under: label(under))
    let width = max(2, (labels.over?.width ?? 0) + 1, (labels.under?.width ?? 0) + 1)
    let shaft = String(repeating: arrow == "⇒" || arrow == "=" ? "═" : "─", count: width)
    if arrow == "=" { return stacked(block(shaft), over: labels.over, under: labels.under) }
    let isLeft = ["←", "⇐", "↩", "↼", "↽", "↞"].contains(arrow)
    let line = isLeft ? arrow + shaft : shaft + arrow
    return stacked(block(line), over: labels.over, under: labels.under)
  }

  /// What stands over or under an arrow; nil where that is nothing.
  private func label(_ node: MathNode?) -> TextBlock? {
    node.map(script).flatMap { $0.width > 0 ? $0 : nil }
  }

  /// A block that stands higher by as many lines as a length has, or lower.
  private func raised(_ inner: TextBlock, by shift: Double) -> TextBlock {
    let lines = Int((shift / TextBlock.lineHeight).rounded())
    return lines == 0 ? inner : inner.shifted(up: lines)
  }

  /// A rectangle of as many lines and columns as it is high and wide.
  private func filled(_ rule: MathRule) -> TextBlock {
    let isThin = rule.height < TextBlock.lineHeight / 2
    let height = isThin ? 1 : Int((rule.height / TextBlock.lineHeight).rounded())
    let row = String(repeating: isThin ? "▁" : "█", count: rule.columns)
    let rows = Array(repeating: TextBlock(row, width: rule.columns), count: min(height, 20))
    return raised(TextBlock.stacked(rows, base: rows.count - 1), by: rule.shift)
  }

  private func boxed(_ inner: TextBlock) -> TextBlock {
    let line = String(repeating: "─", count: inner.width + 2)
    let edge = TextBlock("│", width: 1)
    var middle = TextBlock.stacked(inner.lines.map { _ in edge }, base: inner.baseline)
    middle.append(inner.padded(to: inner.width + 1, .right).padded(to: inner.width + 2, .left))
    middle.append(TextBlock.stacked(inner.lines.map { _ in edge }, base: inner.baseline))
    return TextBlock.stacked(
      [block("┌\(line)┐"), middle, block("└\(line)┘")],
      base: 1
    )
  }

  // MARK: - Tables

  private func table(_ table: MathTable) -> TextBlock {
    let cells = table.rows.map { $0.cells.map(block) }
    let widths = (0..<table.columnCount).map { column in
      cells.reduce(0) { max($0, column < $1.count ? $1[column].width : 0) }
    }
    var rows: [TextBlock] = []
    for (index, row) in cells.enumerated() {
      var line = TextBlock.empty
      for (column, width) in widths.enumerated() {
        if column > 0 { line.append(gap(before: column, in: table)) }
        let cell = column < row.count ? row[column] : .empty
        line.append(cell.padded(to: width, alignment(ofColumn: column, in: table)))
      }
      if let tag = table.rows[index].tag { line.append(block("   \(linear.text(tag))")) }
      if table.rowLines.indices.contains(index), table.rowLines[index] != .none {
        rows.append(rule(line.width))
      }
      // Tall rows stand apart.
      if table.family != .diagram, let last = rows.last, last.height > 1 || line.height > 1 {
        rows.append(TextBlock(String(repeating: " ", count: line.width), width: line.width))
      }
      rows.append(line)
    }
    if let last = table.rowLines.last, last != .none { rows.append(rule(rows.first?.width ?? 0)) }
    guard !rows.isEmpty else { return .empty }
    let all = TextBlock.stacked(rows, .left, base: 0)
    let centred = all.aligned(at: (all.height - 1) / 2)
    return fenced(table.open, centred, table.close)
  }

  private func rule(_ width: Int) -> TextBlock {
    TextBlock(String(repeating: "─", count: width), width: width)
  }

  private func gap(before column: Int, in table: MathTable) -> TextBlock {
    if table.columnLines.indices.contains(column), table.columnLines[column] != .none {
      return TextBlock(" │ ", width: 3)
    }
    if table.family == .aligned { return column % 2 == 1 ? block(" ") : block("   ") }
    return block("  ")
  }

  private func alignment(ofColumn column: Int, in table: MathTable) -> MathTable.Alignment {
    switch table.family {
    case .aligned: column % 2 == 0 ? .right : .left
    case .cases: .left
    case .matrix: table.alignments.first ?? .right
    case .small, .gathered, .array, .equation, .diagram:
      table.alignments.indices.contains(column) ? table.alignments[column] : .center
    }
  }
}

extension FormulaParser {
  /// Reads `\begin{name} … \end{name}`.
  mutating func environment(from token: Token) -> MathNode.Kind? {
    guard let name = rawArgument() else {
      report(.missingArgument("begin"), token.range)
      return nil
    }
    let nameRange = token.range.lowerBound..<lastEnd
    let known = EnvironmentTable.environments[name]
    if known == nil { report(.unknownEnvironment(name), nameRange) }
    let form = known ?? EnvironmentForm(family: .gathered, cellStyle: .display)
    var table = emptyTable(name, form)
    readArgument(of: form, into: &table, name, token)
    if form.family == .diagram {
      nested(.diagram, at: token.range) { $0.diagramRows(of: &table) }
    } else {
      nested(.cell, at: token.range) { $0.rows(of: &table) }
    }
    guard peek().kind == .command("end") else {
      report(.unclosedEnvironment(name), nameRange)
      return .table(table)
    }
    let end = take()
    let found = rawArgument() ?? ""
    if found != name {
      report(
        .mismatchedEnd(found: found, expected: name),
        end.range.lowerBound..<lastEnd
      )
    }
    return .table(table)
  }

  /// Reads `\substack{…}`.
  mutating func substack(_ token: Token) -> MathNode.Kind? {
    guard let open = take("{") else {
      report(.missingArgument("substack"), token.range)
      return nil
    }
    var table = emptyTable("substack", EnvironmentForm(family: .small, cellStyle: .script))
    table.alignments = [.center]
    nested(.cell, at: open.range) { $0.rows(of: &table) }
    closeGroup(open)
    return .table(table)
  }

  private func emptyTable(_ name: String, _ form: EnvironmentForm) -> MathTable {
    MathTable(
      environment: name,
      family: form.family,
      open: form.open,
      close: form.close,
      cellStyle: form.cellStyle,
      rows: [],
      alignments: [],
      columnLines: [],
      rowLines: [],
      isNumbered: form.isNumbered
    )
  }

  private mutating func readArgument(
    of form: EnvironmentForm,
    into table: inout MathTable,
    _ name: String,
    _ token: Token
  ) {
    switch form.argument {
    case .none: break
    case .columns:
      if peek().isCharacter("[") { _ = optionalArgument() }
      guard peek().isCharacter("{"), let columns = rawArgument() else {
        report(.missingArgument("begin{\(name)}"), token.range)
        return
      }
      readColumns(columns, into: &table)
    case .count: _ = rawArgument()
    case .optionalColumn:
      guard case .row(let nodes)? = optionalArgument()?.kind,
        case .symbol(let symbol)? = nodes.first?.kind
      else { return }
      readColumns(symbol.text, into: &table)
    }
  }

  private func readColumns(_ columns: String, into table: inout MathTable) {
    var lines: [MathTable.Line] = [.none]
    var level = 0
    for character in columns {
      if character == "{" { level += 1 }
      if character == "}" { level -= 1 }
      guard level == 0 else { continue }
      switch character {
      case "l": table.alignments.append(.left)
      case "c": table.alignments.append(.center)
      case "r": table.alignments.append(.right)
      case "|", "∣": lines[lines.count - 1] = .solid
      case ":": lines[lines.count - 1] = .dashed
      default: continue
      }
      if "lcr".contains(character) { lines.append(.none) }
    }
    table.columnLines = lines.contains { $0 != .none } ? lines : []
  }

  // MARK: - Rows

  private mutating func rows(of table: inout MathTable) {
    let outerTag = tag
    tag = nil
    var lines = [rules()]
    var cells: [MathNode] = []
    while true {
      let start = peek().range.lowerBound
      let nodes = row()
      cells.append(MathNode(.row(nodes), start..<max(start, lastEnd)))
      let token = peek()
      switch token.kind {
      case .character("&"): take()
      case .command("\\"), .command("cr"), .command("hline"), .command("hdashline"):
        if token.kind == .command("\\") || token.kind == .command("cr") {
          take()
          rowGap()
        }
        table.rows.append(MathTable.Row(cells: cells, tag: tag))
        tag = nil
        cells = []
        lines.append(rules())
      case .command, .character, .space, .end:
        // A line break before the end begins no row.
        if cells.count > 1 || !nodes.isEmpty || table.rows.isEmpty {
          table.rows.append(MathTable.Row(cells: cells, tag: tag))
          lines.append(.none)
        }
        tag = outerTag
        table.rowLines = lines.contains { $0 != .none } ? lines : []
        return
      }
    }
  }

  /// The rules that stand here.
  private mutating func rules() -> MathTable.Line {
    var line = MathTable.Line.none
    while true {
      switch peek().kind {
      case .command("hline"): line = .solid
      case .command("hdashline"): line = .dashed
      default: return line
      }
      take()
    }
  }

  /// Skips `*` and `[2pt]` behind `\\`; a bracket that holds no length belongs to the next row.
  mutating func rowGap() {
    if peekAny().isCharacter("*") { take() }
    guard peekAny().isCharacter("[") else { return }
    var tokens = [take()]
    var text = ""
    while case .character(let scalar) = peekAny().kind, tokens.count < 16 {
      tokens.append(take())
      if scalar == "]" {
        if Length.em(text) != nil { return }
        break
      }
      text.unicodeScalars.append(scalar)
    }
    putBack(tokens)
  }

  /// Keeps what `\tag` says for the row, or for the formula; in brackets, if it is not bare.
  mutating func setTag(_ node: MathNode, isBare: Bool) {
    func text(_ text: String) -> MathNode { MathNode(.text(text, nil), node.range) }
    if isBare {
      tag = node
    } else if case .text(let number, nil) = node.kind {
      tag = text("(\(number))")
    } else {
      tag = MathNode(.row([text("("), node, text(")")]), node.range)
    }
  }
}

extension MathMLWriter {
  mutating func table(_ table: MathTable) {
    let hasDelimiters = !table.open.isEmpty || !table.close.isEmpty
    if hasDelimiters { put("<mrow>") }
    delimiter(table.open)
    let frame = frame(of: table)
    if let frame {
      put("<menclose notation=\"")
      escape(frame.map(\.name).joined(separator: " "))
      put("\" style=\"")
      escape(frame.map { "border-\($0.name):1px \($0.line.rawValue)" }.joined(separator: ";"))
      put("\">")
    }
    if table.family == .small { put("<mstyle scriptlevel=\"1\">") }
    body(of: table)
    if table.family == .small { put("</mstyle>") }
    if frame != nil { put("</menclose>") }
    delimiter(table.close)
    if hasDelimiters { put("</mrow>") }
  }

  private mutating func delimiter(_ text: String) {
    guard !text.isEmpty else { return }
    put("<mo fence=\"true\">")
    escape(text)
    put("</mo>")
  }

  /// The lines around the table.
  private func frame(of table: MathTable) -> [(name: String, line: MathTable.Line)]? {
    let sides: [(name: String, line: MathTable.Line?)] = [
      ("top", table.rowLines.first), ("bottom", table.rowLines.last),
      ("left", table.columnLines.first), ("right", table.columnLines.last),
    ]
    let lines = sides.compactMap { side in
      side.line.flatMap { $0 == .none ? nil : (side.name, $0) }
    }
    return lines.isEmpty ? nil : lines
  }

  private mutating func body(of table: MathTable) {
    let columns = table.columnCount
    put("<mtable")
    attribute("rowspacing", [rowSpacing(of: table)])
    let alignments = (0..<max(columns, table.family == .cases ? 2 : 0)).map {
      alignment(ofColumn: $0, in: table)
    }
    if table.family != .equation, table.environment != "smallmatrix" {
      attribute("columnalign", alignments.map(\.rawValue))
    }
    let inner = table.columnLines.dropFirst().dropLast()
    if inner.contains(where: { $0 != .none }) {
      attribute("columnlines", inner.map(\.rawValue))
    }
    let spacing = columnSpacing(of: table, columns: columns)
    if !spacing.isEmpty { attribute("columnspacing", spacing) }
    let rules = table.rowLines.dropFirst().dropLast()
    if rules.contains(where: { $0 != .none }) { attribute("rowlines", rules.map(\.rawValue)) }
    put(">")
    for (index, row) in table.rows.enumerated() {
      put("<mtr>")
      if table.isNumbered { put("<mtd class=\"mtr-glue\"></mtd>") }
      for (column, cell) in row.cells.enumerated() {
        let isLast = (row: index + 1 == table.rows.count, column: column + 1 == columns)
        put("<mtd")
        style(ofCellInRow: index, column, alignments[column], isLast: isLast, in: table)
        put(">")
        self.cell(cell, column: column, in: table)
        put("</mtd>")
      }
      if table.isNumbered {
        put("<mtd class=\"mtr-glue\"></mtd><mtd class=\"mml-eqn-num\">")
        if let tag = row.tag { node(tag) }
        put("</mtd>")
      }
      put("</mtr>")
    }
    put("</mtable>")
  }

  /// Says how a cell stands, and the lines to its right and below it.
  private mutating func style(
    ofCellInRow row: Int,
    _ column: Int,
    _ alignment: MathTable.Alignment,
    isLast: (row: Bool, column: Bool),
    in table: MathTable
  ) {
    var styles: [String] = []
    if alignment != .center { styles.append("text-align:\(alignment.rawValue)") }
    if table.family == .aligned { styles.append("padding-left:0;padding-right:0") }
    if !isLast.column, table.columnLines.indices.contains(column + 1),
      table.columnLines[column + 1] != .none
    {
      styles.append("border-right:1px \(table.columnLines[column + 1].rawValue)")
    }
    if !isLast.row, table.rowLines.indices.contains(row + 1), table.rowLines[row + 1] != .none {
      styles.append("border-bottom:1px \(table.rowLines[row + 1].rawValue)")
    }
    if !styles.isEmpty { attribute("style", [styles.joined(separator: ";")]) }
  }

  private mutating func cell(_ cell: MathNode, column: Int, in table: MathTable) {
    let outer = style
    style = table.cellStyle
    openStyle(style)
    // An operator that begins such a cell stands between two sides.
    let isContinued = table.family == .aligned && column % 2 == 1
    if case .row(let nodes) = cell.kind {
      if isContinued { put("<mrow><mrow></mrow>") }
      if isContinued { children(nodes) } else { group(nodes) }
      if isContinued { put("</mrow>") }
    }
    put("</mstyle>")
    style = outer
  }

  private mutating func attribute(_ name: String, _ values: [String]) {
    put(" ")
    escape(name)
    put("=\"")
    escape(values.joined(separator: " "))
    put("\"")
  }

  private func rowSpacing(of table: MathTable) -> String {
    switch table.family {
    case .matrix, .array, .equation: "0.16em"
    case .small: "0.1em"
    case .cases: "0.36em"
    case .aligned, .gathered, .diagram: "0.25em"
    }
  }

  private func columnSpacing(of table: MathTable, columns: Int) -> [String] {
    switch table.family {
    case .matrix, .array, .cases, .equation: ["1em"]
    case .small: table.environment == "smallmatrix" ? ["0.2778em"] : ["1em"]
    case .gathered: ["0em"]
    case .diagram: ["0.5em"]
    case .aligned:
      columns == 2 ? ["0em"] : (0..<max(1, columns)).dropFirst().map { $0 % 2 == 1 ? "0em" : "1em" }
    }
  }

  private func alignment(ofColumn column: Int, in table: MathTable) -> MathTable.Alignment {
    switch table.family {
    case .aligned: column % 2 == 0 ? .right : .left
    case .cases: .left
    case .matrix, .small, .gathered, .array, .equation, .diagram:
      table.alignments.indices.contains(column)
        ? table.alignments[column]
        : table.environment.hasSuffix("*")
          ? table.alignments.first ?? .center : .center
    }
  }
}

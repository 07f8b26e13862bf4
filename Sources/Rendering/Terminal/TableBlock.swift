internal import LessonModel

/// Lays out a table in columns of one width, its head above a rule.
struct TableBlock {
  private var columns: [ColumnAlignment] = []
  private var rows: [[StyledText]] = []

  private static let gap = "  "
  /// No column is made narrower to fit.
  private static let leastColumn = 6

  init(columns: [ColumnAlignment] = []) { self.columns = columns }

  mutating func addRow() { rows.append([]) }

  mutating func add(_ cell: StyledText) {
    if !rows.isEmpty { rows[rows.count - 1].append(cell) }
  }

  /// The lines of the table; the widest columns are wrapped where it is wider than `width`.
  func lines(width: Int) -> [StyledText] {
    let widths = widths(fitting: width)
    var lines: [StyledText] = []
    for (number, row) in rows.enumerated() {
      let cells = row.enumerated().map { $1.wrapped(to: widths[$0]) }
      for line in 0..<max(1, cells.map(\.count).max() ?? 1) {
        lines.append(
          joined(cells.map { $0.indices.contains(line) ? $0[line] : StyledText() }, widths)
        )
      }
      if number == 0 {
        let rule = widths.map { String(repeating: "─", count: $0) }
        lines.append(StyledText(rule.joined(separator: Self.gap), .dim))
      }
    }
    return lines
  }

  /// The width of each column: that of its widest cell, or less where the table would not fit.
  private func widths(fitting width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      max(1, rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 1)
    }
    var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
    while excess > 0, let widest = widths.max(), widest > Self.leastColumn {
      let next = max(Self.leastColumn, widths.filter { $0 < widest }.max() ?? 0)
      let wide = widths.indices.filter { widths[$0] == widest }
      let cut = min(widest - next, (excess + wide.count - 1) / wide.count)
      for column in wide { widths[column] -= cut }
      excess -= cut * wide.count
    }
    return widths
  }

  private func joined(_ cells: [StyledText], _ widths: [Int]) -> StyledText {
    var line = StyledText()
    for (column, cell) in cells.enumerated() {
      let space = max(0, widths[column] - cell.width)
      let before: Int
      switch columns[column] {
      case .natural, .left: before = 0
      case .center: before = space / 2
      case .right: before = space
      }
      if column > 0 { line.append(Self.gap) }
      line.append(String(repeating: " ", count: before))
      line.append(cell)
      if column < cells.count - 1 { line.append(String(repeating: " ", count: space - before)) }
    }
    return line
  }
}

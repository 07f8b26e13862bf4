/// A grid of cells, each of two columns and four rows of dots, or one character.
struct BrailleGrid {
  /// What one cell shows.
  struct Cell {
    /// The dots, bit `4 · column + row`.
    var dots: UInt8 = 0
    /// The directions that box lines leave its middle in: up, right, down, left from bit 0.
    var lines: UInt8 = 0
    /// A character over all of it; the second cell of a wide one is empty text.
    var text: Character?
    /// Whether a wide character to the left covers it.
    var isCovered = false
    /// The color of what was drawn last.
    var paint: Paint?
  }

  let columns: Int
  let rows: Int
  private(set) var cells: [Cell]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = [Cell](repeating: Cell(), count: columns * rows)
  }

  private func index(_ column: Int, _ row: Int) -> Int? {
    (0..<columns).contains(column) && (0..<rows).contains(row) ? row * columns + column : nil
  }

  /// Sets the dot at a place, in half columns and quarter rows.
  mutating func setDot(_ x: Int, _ y: Int, _ paint: Paint) {
    guard x >= 0, y >= 0, let index = index(x / 2, y / 4) else { return }
    cells[index].dots |= 1 << UInt8(x % 2 * 4 + y % 4)
    cells[index].paint = paint
  }

  /// Clears the dots of a cell, for what covers them.
  mutating func clear(_ column: Int, _ row: Int) {
    guard let index = index(column, row) else { return }
    cells[index] = Cell()
  }

  /// Puts a character into a cell, and covers the next one where it is wide.
  mutating func setText(
    _ character: Character,
    width: Int,
    _ column: Int,
    _ row: Int,
    _ paint: Paint
  ) {
    guard let index = index(column, row) else { return }
    cells[index].text = character
    cells[index].paint = paint
    if width == 2, let next = self.index(column + 1, row) { cells[next].isCovered = true }
  }

  /// Draws a level or an upright box line through the middles of cells.
  mutating func drawBoxLine(
    from: (column: Int, row: Int),
    to: (column: Int, row: Int),
    _ paint: Paint
  ) {
    let isLevel = from.row == to.row
    let (low, high) =
      isLevel
      ? (min(from.column, to.column), max(from.column, to.column))
      : (min(from.row, to.row), max(from.row, to.row))
    for step in low...high {
      let cell = isLevel ? index(step, from.row) : index(from.column, step)
      guard let cell else { continue }
      if step > low { cells[cell].lines |= isLevel ? 8 : 1 }
      if step < high { cells[cell].lines |= isLevel ? 2 : 4 }
      cells[cell].paint = cells[cell].paint ?? paint
    }
  }
}

extension BrailleGrid.Cell {
  /// The characters of box lines by the directions that they leave in; ends are drawn whole.
  private static let boxes: [Character] = [
    " ", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼",
  ]

  /// The character that shows the cell.
  var character: Character {
    if let text { return text }
    if dots != 0 {
      // Unicode counts the first three rows of both columns, and then the fourth.
      let order: [UInt32] = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80]
      let pattern = order.enumerated().reduce(UInt32(0)) { pattern, bit in
        dots & (1 << UInt8(bit.offset)) == 0 ? pattern : pattern | bit.element
      }
      return Unicode.Scalar(0x2800 + pattern).map(Character.init) ?? " "
    }
    return BrailleGrid.Cell.boxes[Int(lines)]
  }
}

internal import Diagnostics

extension Figure {
  /// Returns the figure as lines of text for a terminal.
  ///
  /// - Parameters:
  ///   - columns: The width of the terminal, from 20 to 400.
  ///   - style: Whether colors are used.
  /// - Returns: The lines, none wider than the terminal, each with a line break.
  /// - Throws: A `ChartError` for what cannot be drawn.
  public func terminalText(
    columns: Int,
    style: TerminalFigureStyle
  ) throws(ChartError) -> String {
    TerminalWriter(style: style).write(try layout(in: .terminal(columns: columns)))
  }
}

/// Whether a figure in a terminal has colors.
public enum TerminalFigureStyle: Sendable, Hashable, CaseIterable {
  /// Characters alone.
  case plain
  /// With ANSI colors beside the characters.
  case ansi
}

/// Writes a layout of cells as text: lines and areas in braille dots, axes in box lines.
struct TerminalWriter {
  private let style: TerminalFigureStyle

  init(style: TerminalFigureStyle) { self.style = style }

  func write(_ layout: FigureLayout) -> String {
    var grid = BrailleGrid(columns: Int(layout.width), rows: Int(layout.height))
    for element in layout.elements {
      switch element {
      case .path(let path): draw(path, into: &grid)
      case .symbols(let group): draw(group, into: &grid)
      case .label(let label): draw(label, into: &grid)
      }
    }
    return (0..<grid.rows).map { line(grid, $0) + "\n" }.joined()
  }

  // MARK: - Drawing

  private func draw(_ path: Path, into grid: inout BrailleGrid) {
    if path.isArrowhead {
      for head in path.lines { draw(arrowhead: head, path.fill ?? .ink, into: &grid) }
      return
    }
    if let fill = path.fill { self.fill(path, fill, into: &grid) }
    guard let stroke = path.stroke, stroke != .grid, stroke != .paper else { return }
    for line in path.lines {
      let points = path.isClosed ? line + line.prefix(1) : line
      guard path.isSharp else {
        draw(points, stroke, path.style, into: &grid)
        continue
      }
      for (from, to) in zip(points, points.dropFirst()) {
        grid.drawBoxLine(from: cell(from, grid), to: cell(to, grid), stroke)
      }
    }
  }

  private func cell(_ point: Point, _ grid: BrailleGrid) -> (column: Int, row: Int) {
    (
      min(max(Int(point.x.rounded(.down)), 0), grid.columns - 1),
      min(max(Int(point.y.rounded(.down)), 0), grid.rows - 1)
    )
  }

  private func dot(_ point: Point) -> (x: Int, y: Int) {
    (Int((point.x * 2).rounded(.down)), Int((point.y * 4).rounded(.down)))
  }

  /// Draws the tip of an arrow as a character that points where the arrow does.
  private func draw(arrowhead: [Point], _ paint: Paint, into grid: inout BrailleGrid) {
    guard arrowhead.count == 3 else { return }
    let tip = arrowhead[0]
    let dx = tip.x - (arrowhead[1].x + arrowhead[2].x) / 2
    let dy = (tip.y - (arrowhead[1].y + arrowhead[2].y) / 2) * 2
    let character: Character =
      dx.magnitude >= dy.magnitude ? (dx < 0 ? "◂" : "▸") : (dy < 0 ? "▴" : "▾")
    let cell = cell(tip, grid)
    grid.setText(character, width: 1, cell.column, cell.row, paint)
  }

  private func draw(
    _ line: [Point],
    _ paint: Paint,
    _ style: LineStyle,
    into grid: inout BrailleGrid
  ) {
    var step = 0
    for (from, to) in zip(line, line.dropFirst()) {
      let (start, end) = (dot(from), dot(to))
      let count = max(abs(end.x - start.x), abs(end.y - start.y))
      for index in 0...count {
        let part = count == 0 ? 0 : Double(index) / Double(count)
        let x = Double(start.x) + Double(end.x - start.x) * part
        let y = Double(start.y) + Double(end.y - start.y) * part
        if style.isOn(step) { grid.setDot(Int(x.rounded()), Int(y.rounded()), paint) }
        if index < count { step += 1 }
      }
    }
  }

  /// Sets the dots in an area by the even-odd rule, as densely as its paint asks for.
  private func fill(_ path: Path, _ paint: Paint, into grid: inout BrailleGrid) {
    let points = path.lines.flatMap { $0 }
    guard let top = points.map(\.y).min(), let bottom = points.map(\.y).max() else { return }
    let tone = tone(paint, opacity: path.opacity)
    let first = max(Int((top * 4).rounded(.down)), 0)
    let last = min(Int((bottom * 4).rounded(.up)), grid.rows * 4)
    var crossings = [[Double]](repeating: [], count: max(last - first, 0))
    for line in path.lines {
      for (from, to) in zip(line, line.dropFirst() + line.prefix(1)) where from.y != to.y {
        let low = min(from.y, to.y) * 4
        let high = max(from.y, to.y) * 4
        var row = max(Int((low - 0.5).rounded(.up)), first)
        while Double(row) + 0.5 < high, row < last {
          let part = ((Double(row) + 0.5) / 4 - from.y) / (to.y - from.y)
          crossings[row - first].append((from.x + (to.x - from.x) * part) * 2)
          row += 1
        }
      }
    }
    for (offset, row) in crossings.enumerated() {
      let sorted = row.sorted()
      for index in stride(from: 0, to: sorted.count - 1, by: 2) {
        let left = max(Int((sorted[index] - 0.5).rounded(.up)), 0)
        var x = left
        while Double(x) + 0.5 < sorted[index + 1], x < grid.columns * 2 {
          if paint == .paper {
            grid.clear(x / 2, (first + offset) / 4)
          } else if tone.isOn(x, first + offset) {
            grid.setDot(x, first + offset, paint)
          }
          x += 1
        }
      }
    }
  }

  private func tone(_ paint: Paint, opacity: Double) -> DotTone {
    switch paint {
    case .shade(let fraction): .density(fraction)
    case .palette(let color):
      opacity < 0.5
        ? .sparse(color.rawValue)
        : opacity < 1 || color != .blue
          ? .dense(color.rawValue) : .density(1)
    case .ink, .axis, .grid, .paper: .density(1)
    }
  }

  private func draw(_ group: SymbolGroup, into grid: inout BrailleGrid) {
    guard group.paint != .paper else { return }
    for point in group.points {
      let cell = cell(point, grid)
      grid.setText(group.symbol.character, width: 1, cell.column, cell.row, group.paint)
    }
  }

  private func draw(_ label: Label, into grid: inout BrailleGrid) {
    var column = Int(label.box.x.rounded())
    let row = Int(label.box.y.rounded())
    for character in label.text {
      let width = displayWidth(character)
      guard width > 0 else { continue }
      grid.setText(character, width: width, column, row, label.paint)
      column += width
    }
  }

  // MARK: - Text

  private func line(_ grid: BrailleGrid, _ row: Int) -> String {
    let cells = grid.cells[row * grid.columns..<(row + 1) * grid.columns]
    var result = ""
    var current: Paint?
    var pendingSpaces = 0
    for cell in cells where !cell.isCovered {
      let character = cell.character
      if character == " " {
        pendingSpaces += 1
        continue
      }
      result += String(repeating: " ", count: pendingSpaces)
      pendingSpaces = 0
      if style == .ansi, cell.paint != current {
        result += escape(cell.paint)
        current = cell.paint
      }
      result.append(character)
    }
    return result + (current == nil ? "" : "\u{1B}[0m")
  }

  private func escape(_ paint: Paint?) -> String {
    guard let paint else { return "\u{1B}[0m" }
    switch paint {
    case .ink, .paper: return "\u{1B}[0m"
    case .axis, .grid: return "\u{1B}[0;2m"
    case .palette(let color): return "\u{1B}[0;\(color.ansiCode)m"
    case .shade(let fraction):
      let color = Palette.shade(0.35 + 0.65 * fraction)
      return "\u{1B}[0;38;2;\(color.red);\(color.green);\(color.blue)m"
    }
  }
}

/// Which dots of an area are set.
private enum DotTone {
  /// As many as a share of all, evenly spread.
  case density(Double)
  /// Few, in an arrangement of their own for each number.
  case sparse(Int)
  /// About half, in an arrangement of their own for each number.
  case dense(Int)

  /// The order in which dots are added to a square of four by four (Bayer, 1973).
  private static let thresholds = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

  func isOn(_ x: Int, _ y: Int) -> Bool {
    switch self {
    case .density(let share):
      return Double(DotTone.thresholds[y % 4 * 4 + x % 4]) + 0.5 < share * 16
    case .dense(let number):
      switch number % 6 {
      case 0: return y % 4 != 0
      case 1: return (x + y) % 2 == 0
      case 2: return x % 2 == 0
      case 3: return y % 2 == 0
      case 4: return (x + y) % 4 < 2
      default: return (x - y + 400) % 4 < 2
      }
    case .sparse(let number):
      switch number % 6 {
      case 0: return x % 2 == 0 && y % 2 == 0
      case 1: return y % 4 == 0
      case 2: return (x + y) % 4 == 0
      case 3: return x % 4 == 0
      case 4: return (x - y + 400) % 4 == 0
      default: return x % 4 == 0 && y % 4 == 0
      }
    }
  }
}

extension LineStyle {
  /// Whether the dot at a step along the line is set.
  fileprivate func isOn(_ step: Int) -> Bool {
    switch self {
    case .solid: true
    case .dashed: step % 6 < 4
    case .dotted: step % 3 == 0
    case .dashDotted: [0, 1, 2, 3, 6].contains(step % 9)
    }
  }
}

extension ChartSymbol {
  /// The character of the symbol.
  fileprivate var character: Character {
    switch self {
    case .circle: "●"
    case .square: "■"
    case .triangle: "▲"
    case .diamond: "◆"
    case .cross: "×"
    case .plus: "+"
    case .ring: "○"
    case .frame: "□"
    }
  }
}

extension ChartColor {
  /// The color's number among those that a terminal adapts to its theme.
  fileprivate var ansiCode: Int {
    switch self {
    case .blue: 34
    case .vermilion: 31
    case .green: 32
    case .purple: 35
    case .orange: 33
    case .sky: 36
    case .yellow: 93
    case .ink: 39
    case .gray: 90
    }
  }
}

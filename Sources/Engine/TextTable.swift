/// Rows of text under a header, in columns.
struct TextTable: CustomStringConvertible {
  let header: [String]
  let rows: [[String]]
  let alignment: Alignment

  /// Where the text of a cell stands.
  enum Alignment {
    case left
    case right
  }

  /// The lines, two spaces between columns, nothing at the end of a line.
  var description: String {
    let lines = [header] + rows
    let widths = header.indices.map { column in
      lines.reduce(0) { max($0, $1[column].count) }
    }
    return lines.map { row in
      var line = zip(row, widths).map { cell, width in
        let space = String(repeating: " ", count: width - cell.count)
        return alignment == .left ? cell + space : space + cell
      }
      .joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    .joined(separator: "\n")
  }
}

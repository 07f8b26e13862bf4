internal import LessonModel

/// Makes tables of the paragraphs that are written as such (rule 14).
///
/// The row of dashes must have as many cells as the row above it, and one of the two a pipe. What
/// stands above the two in their paragraph stays a paragraph. Cells beyond the columns are dropped.
/// The pass works on the lines that cmark saw, in which no math is left that a pipe could cut.
struct TablePass {
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private var pieces = InlinePieces()

  /// A paragraph that holds a table, in pieces of inline text.
  fileprivate struct Found {
    /// The piece of the lines above the table.
    var introduction: Int?
    var firstLine: Int
    var columns: [ColumnAlignment]
    /// The cells of each row: a piece, or nil for an empty cell.
    var rows: [[Int?]]
  }

  /// Returns the tree with tables in the place of such paragraphs.
  static func apply(to nodes: [RawNode], of bytes: [UInt8]) -> [RawNode] {
    guard bytes.contains(UInt8(ascii: "|")) else { return nodes }
    var pass = TablePass(bytes)
    let tables = pass.find(in: nodes)
    guard !tables.isEmpty else { return nodes }
    let contents = pass.pieces.parse(with: bytes)
    var builder = TreeBuilder<RawNode>()
    builder.rebuild(nodes) { index, builder in
      guard let table = tables[index] else { return .keep(nodes[index]) }
      table.write(nodes[index], contents, to: &builder)
      return .drop
    }
    return builder.nodes
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        lines.append(start..<index)
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(start..<bytes.count)
    self.lines = lines
  }

  private mutating func find(in nodes: [RawNode]) -> [Int: Found] {
    var tables: [Int: Found] = [:]
    var quotationEnds: [Int] = []
    for (index, node) in nodes.enumerated() {
      while let end = quotationEnds.last, end <= index { quotationEnds.removeLast() }
      switch node.kind {
      case .blockQuote: quotationEnds.append(index + 1 + node.descendantCount)
      case .paragraph: tables[index] = table(in: node, quotations: quotationEnds.count)
      default: break
      }
    }
    return tables
  }

  private mutating func table(in paragraph: RawNode, quotations: Int) -> Found? {
    let first = paragraph.startLine - 1
    let last = min(paragraph.endLine - 1, lines.count - 1)
    guard first >= 0, last > first else { return nil }
    let contents = (first...last).map { number in
      let start = number == first ? paragraph.startColumn - 1 : nil
      return content(of: lines[number], from: start, quotations: quotations)
    }
    guard contents.contains(where: { bytes[$0].contains(UInt8(ascii: "|")) }) else { return nil }
    for delimiter in contents.indices.dropFirst() {
      let row = TableRow(bytes, in: contents[delimiter])
      guard let columns = row.alignments(in: bytes) else { continue }
      let head = TableRow(bytes, in: contents[delimiter - 1])
      guard head.cells.count == columns.count, head.hasPipe || row.hasPipe else { continue }
      let body = contents[(delimiter + 1)...].map { TableRow(bytes, in: $0) }
      let introduction = contents[..<(delimiter - 1)]
      return Found(
        introduction: introduction.isEmpty
          ? nil : pieces.add(introduction.map { line(bytes[$0], at: $0.lowerBound) }),
        firstLine: first + delimiter,
        columns: columns,
        rows: ([head] + body).map { $0.cells.prefix(columns.count).map { piece($0) } }
      )
    }
    return nil
  }

  /// The part of a line behind the marks of quotations and the indentation.
  private func content(of line: Range<Int>, from start: Int?, quotations: Int) -> Range<Int> {
    if let start { return min(line.lowerBound + start, line.upperBound)..<line.upperBound }
    var rest = quotations
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case 0x20, 0x09: index += 1
      case UInt8(ascii: ">") where rest > 0:
        rest -= 1
        index += 1
      default: return index..<line.upperBound
      }
    }
    return index..<line.upperBound
  }

  private mutating func piece(_ cell: Range<Int>) -> Int? {
    guard !cell.isEmpty else { return nil }
    var content: [UInt8] = []
    for index in cell {
      if bytes[index] == UInt8(ascii: "|"), content.last == UInt8(ascii: "\\") {
        content.removeLast()
      }
      content.append(bytes[index])
    }
    return pieces.add([line(content[...], at: cell.lowerBound)])
  }

  private func line(_ content: ArraySlice<UInt8>, at offset: Int) -> InlinePieces.Line {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return InlinePieces.Line(
      bytes: Array(content),
      line: low + 1,
      column: offset - lines[low].lowerBound + 1
    )
  }
}

extension TablePass.Found {
  /// Writes the paragraph above the table, where there is one, and the table.
  fileprivate func write(
    _ paragraph: RawNode,
    _ contents: [[RawNode]],
    to builder: inout TreeBuilder<RawNode>
  ) {
    if let introduction {
      var node = paragraph
      node.endLine = firstLine - 1
      node.endColumn = contents[introduction].last?.endColumn ?? 0
      builder.open(node)
      builder.append(contents[introduction])
      builder.close()
    }
    var node = paragraph
    node.kind = .table(columns: columns)
    if introduction != nil { (node.startLine, node.startColumn) = (firstLine, 1) }
    builder.open(node)
    for row in rows {
      builder.open(RawNode(.tableRow))
      for cell in row {
        builder.open(RawNode(.tableCell))
        if let cell { builder.append(contents[cell]) }
        builder.close()
      }
      builder.close()
    }
    builder.close()
  }
}

extension RawNode {
  /// Creates a node that cmark knows nothing of.
  fileprivate init(_ kind: Node.Kind) {
    self.init(kind: kind, startLine: 0, startColumn: 0, endLine: 0, endColumn: 0)
  }
}

internal import LessonModel

/// Pieces of text that are parsed for their inline content, by the references of their document.
///
/// cmark parses documents only. So each piece becomes a paragraph of a second document, which ends
/// with the first one for the sake of its reference definitions. A private-use character and a space
/// stand before a piece, so that it can be nothing but a paragraph.
struct InlinePieces {
  /// A line of a piece, and where it stands in the document.
  struct Line {
    var bytes: [UInt8]
    /// The line and the column in the document, from 1.
    var line: Int
    var column: Int
  }

  /// The author's own private-use characters are protected, so this one is met nowhere else.
  private static let mark: [UInt8] = Array("\u{F8FF} ".utf8)

  private var pieces: [[Line]] = []

  /// Adds a piece; returns its number.
  mutating func add(_ lines: [Line]) -> Int {
    pieces.append(lines)
    return pieces.count - 1
  }

  /// Returns the inline nodes of each piece, with their places in the document.
  func parse(with document: [UInt8]) -> [[RawNode]] {
    guard !pieces.isEmpty else { return [] }
    var bytes: [UInt8] = []
    var firstLines: [Int] = []
    var line = 1
    for piece in pieces {
      firstLines.append(line)
      bytes += Self.mark
      for content in piece {
        bytes += content.bytes
        bytes.append(0x0A)
        line += 1
      }
      bytes.append(0x0A)
      line += 1
    }
    let nodes = parseWithCMark(bytes + document)
    var results: [[RawNode]] = []
    var index = 1
    while results.count < pieces.count, index < nodes.count {
      let end = index + 1 + nodes[index].descendantCount
      let piece = results.count
      results.append(Self.content(nodes[(index + 1)..<end], of: pieces[piece], firstLines[piece]))
      index = end
    }
    return results
  }

  /// The nodes of a piece, without the mark, at their places in the document.
  private static func content(
    _ nodes: ArraySlice<RawNode>,
    of piece: [Line],
    _ firstLine: Int
  ) -> [RawNode] {
    var nodes = Array(nodes)
    for index in nodes.indices {
      let node = nodes[index]
      if node.startLine > 0 {
        (nodes[index].startLine, nodes[index].startColumn) = place(
          node.startLine - firstLine,
          node.startColumn
        )
      }
      if node.endLine > 0 {
        (nodes[index].endLine, nodes[index].endColumn) = place(
          node.endLine - firstLine,
          node.endColumn
        )
      }
    }
    guard case .text(let text)? = nodes.first?.kind else { return nodes }
    let rest = String(decoding: text.utf8.dropFirst(mark.count), as: UTF8.self)
    if rest.isEmpty {
      nodes.removeFirst()
    } else {
      nodes[0].kind = .text(rest)
      nodes[0].startColumn = piece.first?.column ?? 0
    }
    return nodes

    func place(_ number: Int, _ column: Int) -> (Int, Int) {
      guard piece.indices.contains(number) else { return (0, 0) }
      let line = piece[number]
      return (line.line, column - (number == 0 ? mark.count : 0) + line.column - 1)
    }
  }
}

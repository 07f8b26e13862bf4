internal import Diagnostics
internal import LessonModel

/// Strikes what stands between two rows of one or two tildes (rule 17).
///
/// Both rows have the same length, and stand in the same element: a row that opens has no space
/// behind it, one that closes none before it, as CommonMark has it for asterisks. A tilde behind a
/// backslash is a tilde.
struct StrikethroughPass {
  private let nodes: [Node]
  private let file: SourceFile
  private var rows: [Row] = []

  /// A row of tildes in a text node.
  private struct Row {
    var node: Int
    /// The bytes of the node's text.
    var range: Range<Int>
    var canOpen: Bool
    var canClose: Bool
    /// Whether a pair was found, and which of its ends this is.
    var role: Role?
  }

  private enum Role {
    case opens
    case closes
  }

  /// Returns the tree with struck text.
  static func apply(to nodes: [Node], in file: SourceFile) -> [Node] {
    guard file.bytes.contains(UInt8(ascii: "~")) else { return nodes }
    var pass = StrikethroughPass(nodes: nodes, file: file)
    pass.findPairs()
    return pass.rows.contains { $0.role != nil } ? pass.rebuilt() : nodes
  }

  private init(nodes: [Node], file: SourceFile) {
    self.nodes = nodes
    self.file = file
  }

  // MARK: - Pairs

  /// The rows that may still be closed in an element, by their length.
  private struct Element {
    var end: Int
    var open: [[Int]] = [[], []]
  }

  private mutating func findPairs() {
    var elements: [Element] = []
    for (index, node) in nodes.enumerated() {
      while let last = elements.last, last.end <= index { elements.removeLast() }
      if case .text(let text) = node.kind, let last = elements.indices.last {
        for row in rows(in: text, of: index, elementEnd: elements[last].end) {
          match(row, &elements[last])
        }
      }
      elements.append(Element(end: index + 1 + node.descendantCount))
    }
  }

  private mutating func match(_ row: Row, _ element: inout Element) {
    let length = row.range.count - 1
    let number = rows.count
    rows.append(row)
    if row.canClose, let opener = element.open[length].popLast() {
      rows[opener].role = .opens
      rows[number].role = .closes
      // What opened in between cannot be closed any more: elements do not overlap.
      while let last = element.open[1 - length].last, last > opener {
        element.open[1 - length].removeLast()
      }
    } else if row.canOpen {
      element.open[length].append(number)
    }
  }

  private func rows(in text: String, of index: Int, elementEnd: Int) -> [Row] {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "~")) else { return [] }
    let escaped = escapedTildes(in: bytes, of: nodes[index])
    var rows: [Row] = []
    var start = 0
    while start < bytes.count {
      guard bytes[start] == UInt8(ascii: "~"), !escaped.contains(start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < bytes.count, bytes[end] == UInt8(ascii: "~"), !escaped.contains(end) { end += 1 }
      if end - start <= 2 {
        let before = kind(
          String(decoding: bytes[..<start], as: UTF8.self).unicodeScalars.last,
          beside: index - 1
        )
        let next = index + 1 < elementEnd ? index + 1 : -1
        let after = kind(
          String(decoding: bytes[end...].prefix(4), as: UTF8.self).unicodeScalars.first,
          beside: next
        )
        rows.append(
          Row(
            node: index,
            range: start..<end,
            canOpen: after == .word || (after == .mark && before != .word),
            canClose: before == .word || (before == .mark && after != .word)
          )
        )
      }
      start = end
    }
    return rows
  }

  /// What stands beside a row, as CommonMark's rules for delimiters tell it apart.
  private enum Neighbor {
    case space
    case mark
    case word
  }

  private func kind(_ scalar: Unicode.Scalar?, beside index: Int) -> Neighbor {
    if let scalar {
      if scalar.properties.isWhitespace { return .space }
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol:
        return .mark
      default: return .word
      }
    }
    guard nodes.indices.contains(index) else { return .space }
    switch nodes[index].kind {
    case .paragraph, .heading, .tableCell, .softBreak, .lineBreak: return .space
    default: return .mark
    }
  }

  /// The places in a text node of tildes that a backslash stands before in the file.
  private func escapedTildes(in text: [UInt8], of node: Node) -> Set<Int> {
    guard let span = node.span, span.end <= file.bytes.count else { return [] }
    let source = file.bytes[span.start..<span.end]
    guard source.contains(UInt8(ascii: "\\")) else { return [] }
    var escaped: Set<Int> = []
    var index = source.startIndex
    var place = 0
    while index < source.endIndex, place < text.count {
      if source[index] == UInt8(ascii: "\\"), index + 1 < source.endIndex,
        source[index + 1] == text[place], source[index] != text[place]
      {
        if text[place] == UInt8(ascii: "~") { escaped.insert(place) }
        index += 2
        place += 1
      } else if let end = referenceEnd(in: source[index...]),
        !text[place...].starts(with: source[index..<end])
      {
        // A character reference stands for one scalar.
        index = end
        place += 1
        while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
      } else if source[index] == text[place] {
        index += 1
        place += 1
      } else {
        break
      }
    }
    return escaped
  }

  /// Where a character reference ends that a text begins with.
  private func referenceEnd(in text: ArraySlice<UInt8>) -> Int? {
    guard text.first == UInt8(ascii: "&"),
      let end = text.prefix(40).firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    return end + 1
  }

  // MARK: - The new tree

  private func rebuilt() -> [Node] {
    let pairs = Dictionary(grouping: rows.filter { $0.role != nil }, by: \.node)
    var builder = TreeBuilder<Node>()
    builder.rebuild(nodes) { index, builder in
      guard let rows = pairs[index], case .text(let text) = nodes[index].kind else {
        return .keep(nodes[index])
      }
      let bytes = Array(text.utf8)
      var start = 0
      for row in rows {
        add(bytes[start..<row.range.lowerBound], at: start, of: index, to: &builder)
        if row.role == .opens {
          builder.open(Node(.strikethrough, span: nil))
        } else {
          builder.close()
        }
        start = row.range.upperBound
      }
      add(bytes[start...], at: start, of: index, to: &builder)
      return .drop
    }
    return builder.nodes
  }

  private func add(
    _ bytes: ArraySlice<UInt8>,
    at offset: Int,
    of index: Int,
    to builder: inout TreeBuilder<Node>
  ) {
    guard !bytes.isEmpty else { return }
    var node = nodes[index]
    node.kind = .text(String(decoding: bytes, as: UTF8.self))
    // Only where the text stands in the file as it is are its pieces' places known.
    if let span = node.span {
      let place = SourceSpan(span.start + offset, span.start + offset + bytes.count)
      if place.end <= file.bytes.count, file.bytes[place.start..<place.end] == bytes {
        node.span = place
      }
    }
    builder.append([node])
  }
}

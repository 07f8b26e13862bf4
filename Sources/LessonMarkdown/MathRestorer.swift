internal import Diagnostics
internal import LessonModel

/// Puts protected spans back into the tree that cmark made of their tokens.
struct MathRestorer {
  private let spans: [ProtectedSpan]
  private let file: SourceFile
  /// The token that was met last: tokens come in the order of the file, or nearly so.
  private var last = 0
  /// What is left of a span of several lines, as filler letters at the start of coming lines.
  private var pending: ArraySlice<Int> = []

  init(_ spans: [ProtectedSpan], in file: SourceFile) {
    self.spans = spans
    self.file = file
  }

  /// Returns the nodes with math in the place of tokens; containers are counted anew.
  mutating func restore(_ nodes: [RawNode]) -> [RawNode] {
    guard !spans.isEmpty else { return nodes }
    var result: [RawNode] = []
    var starts: [Int] = []
    for node in nodes {
      starts.append(result.count)
      append(node, to: &result)
    }
    starts.append(result.count)
    for (index, node) in nodes.enumerated() where node.descendantCount > 0 {
      let end = index + 1 + node.descendantCount
      result[starts[index]].descendantCount = starts[end] - starts[index] - 1
    }
    return result
  }

  private mutating func append(_ node: RawNode, to result: inout [RawNode]) {
    var node = node
    switch node.kind {
    case .text(let text): appendText(text, node, to: &result)
    case .softBreak, .lineBreak:
      if pending.isEmpty { result.append(node) }
    case .code(let text):
      node.kind = .code(plain(text))
      result.append(node)
    case .codeBlock(let info, let code):
      node.kind = .codeBlock(info: plain(info), code: plain(code))
      result.append(node)
    case .htmlBlock(let text):
      node.kind = .htmlBlock(plain(text))
      result.append(node)
    case .htmlInline(let text):
      node.kind = .htmlInline(plain(text))
      result.append(node)
    case .link(let destination, let title):
      node.kind = .link(destination: plain(destination), title: plain(title))
      result.append(node)
    case .image(let destination, let title):
      node.kind = .image(destination: plain(destination), title: plain(title))
      result.append(node)
    default: result.append(node)
    }
  }

  private mutating func appendText(_ text: String, _ node: RawNode, to result: inout [RawNode]) {
    guard !pending.isEmpty || Self.mayHoldToken(text) else {
      result.append(node)
      return
    }
    var rest = Substring(text)
    var piece = ""
    var start: Int?
    if let count = pending.popFirst() { rest = rest.dropFirst(count) }
    func flush(upTo end: Int?) {
      guard !piece.isEmpty else { return }
      var part = node
      part.kind = .text(piece)
      if start != nil || end != nil { part.bounds = (start, end) }
      result.append(part)
      piece = ""
    }
    func insert(_ kind: Node.Kind, at span: SourceSpan) {
      flush(upTo: span.start)
      var inserted = node
      inserted.kind = kind
      inserted.bounds = (span.start, span.end)
      result.append(inserted)
      start = span.end
    }
    while !rest.isEmpty {
      let scalars = rest.unicodeScalars
      let place = scalars.firstIndex(where: Self.isToken) ?? scalars.endIndex
      piece += rest[..<place]
      rest = rest[place...]
      guard let scalar = rest.unicodeScalars.popFirst() else { break }
      guard let span = take(scalar) else {
        piece.unicodeScalars.append(scalar)
        continue
      }
      rest = rest.dropFirst(span.fillers[0])
      switch span.content {
      case .text: piece += file.text(in: span.span)
      case .math(let math): insert(.math(math), at: span.span)
      case .footnoteReference(let label, let place):
        insert(
          .footnoteReference(FootnoteReference(label: label, number: 0, occurrence: 0)),
          at: place
        )
      case .footnoteDefinition(let label, let place):
        insert(
          .footnoteDefinition(FootnoteDefinition(label: label, number: 0, referenceCount: 0)),
          at: place
        )
      }
      pending = span.fillers.dropFirst()
    }
    flush(upTo: nil)
  }

  /// Returns text with the author's own characters back in it.
  private mutating func plain(_ text: String) -> String {
    guard Self.mayHoldToken(text) else { return text }
    var result = ""
    var rest = Substring(text)
    while let scalar = rest.unicodeScalars.first {
      rest.unicodeScalars.removeFirst()
      guard let span = take(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if case .footnoteDefinition(_, let place) = span.content {
        // It is no footnote after all: the marker of an item goes.
        result.unicodeScalars.removeLast(MathScanner.footnoteMarker.count)
        result += file.text(in: SourceSpan(place.start, span.span.end))
      } else {
        result += file.text(in: span.span)
      }
      for (line, count) in span.fillers.enumerated() {
        if line > 0 { rest = rest.drop { $0.isWhitespace || $0 == ">" } }
        rest = rest.dropFirst(count)
      }
    }
    return result
  }

  /// Whether a byte begins one of the last characters of Unicode, among which tokens are.
  private static func mayHoldToken(_ text: String) -> Bool {
    text.utf8.contains { $0 >= firstTokenByte }
  }

  private static let firstTokenByte =
    Unicode.Scalar(MathScanner.firstToken).map { Array(String($0).utf8)[0] } ?? 0

  private static func isToken(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= MathScanner.firstToken
      && scalar.value < MathScanner.firstToken + UInt32(MathScanner.tokenCount)
  }

  /// The span that a token stands for: of those with its number, the one nearest to the last.
  private mutating func take(_ scalar: Unicode.Scalar) -> ProtectedSpan? {
    guard Self.isToken(scalar) else { return nil }
    let number = Int(scalar.value - MathScanner.firstToken)
    let round = (last - number + MathScanner.tokenCount / 2) / MathScanner.tokenCount
    let index = max(0, round) * MathScanner.tokenCount + number
    guard spans.indices.contains(index) else { return nil }
    last = index
    return spans[index]
  }
}

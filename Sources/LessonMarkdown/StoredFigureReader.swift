internal import Diagnostics
internal import LessonModel

/// Finds the figures that a lesson shows right below its cells, and marks their paragraphs.
///
/// A figure is a paragraph that consists of one image from the lesson's folder of figures. Nothing but
/// the stored output, other figures and blank lines may stand between it and its cell.
struct StoredFigureReader {
  /// The nodes, with figures marked.
  private(set) var nodes: [Node] = []
  /// The figures of each cell.
  private(set) var figures: [Int: [StoredFigure]] = [:]

  /// Reads the figures of a document.
  ///
  /// - Parameters:
  ///   - document: Its nodes.
  ///   - destination: What the destination of a figure begins with.
  init(_ document: [Node], destination: String) {
    nodes.reserveCapacity(document.count)
    /// The nodes that are open, with the end of each in `document` and its place in `nodes`.
    var open: [(place: Int, end: Int)] = []
    var pending: Int?
    var index = 0
    while index < document.count {
      while let last = open.last, last.end <= index { open.removeLast() }
      let node = document[index]
      let end = index + 1 + node.descendantCount
      if let cell = pending, let figure = Self.figure(at: index, in: document, destination) {
        figures[cell, default: []].append(figure)
        nodes.append(Node(.storedFigure(figure, cell: cell), span: node.span))
        for parent in open { nodes[parent.place].descendantCount -= node.descendantCount }
        index = end
        continue
      }
      pending = nil
      if case .cell(let cell) = node.kind { pending = cell }
      if case .storedOutput(let cell) = node.kind { pending = cell }
      open.append((nodes.count, end))
      nodes.append(node)
      index += 1
    }
  }

  /// The figure that a node is; nil where it is something else.
  private static func figure(
    at index: Int,
    in document: [Node],
    _ destination: String
  ) -> StoredFigure? {
    let node = document[index]
    guard case .paragraph = node.kind, let span = node.span, index + 1 < document.count,
      document[index + 1].descendantCount == node.descendantCount - 1,
      case .image(let place, "") = document[index + 1].kind, place.hasPrefix(destination),
      place.hasSuffix(".svg")
    else { return nil }
    let name = place.dropFirst(destination.count).dropLast(4)
    guard !name.isEmpty, !name.contains("/") else { return nil }
    return StoredFigure(
      name: String(name),
      description: document[(index + 2)..<(index + 1 + node.descendantCount)].plainText,
      destination: place,
      span: span
    )
  }
}

internal import Diagnostics
internal import LessonModel

/// Brings the footnotes to the end of the document, in the order of their marks (rule 15).
///
/// A footnote stands in the tree as an item that begins with its definition's mark.
struct FootnotePass {
  private(set) var diagnostics: [Diagnostic] = []
  private let nodes: [Node]
  /// The item of each footnote, by its folded label.
  private var items: [String: Int] = [:]
  /// The labels of the footnotes that have marks, in the order of their numbers.
  private var order: [String] = []
  private var numbers: [String: Int] = [:]
  private var counts: [String: Int] = [:]
  /// The marks in the text, as they are numbered.
  private var references: [Int: FootnoteReference] = [:]
  /// The items of footnotes, and the lists that hold nothing else.
  private var moved: Set<Int> = []

  init(_ nodes: [Node]) { self.nodes = nodes }

  /// Returns the tree with its footnotes at the end.
  mutating func apply() -> [Node] {
    let hasFootnotes = nodes.contains { node in
      switch node.kind {
      case .footnoteReference, .footnoteDefinition: true
      default: false
      }
    }
    guard hasFootnotes else { return nodes }
    findDefinitions()
    number()
    var builder = TreeBuilder<Node>()
    builder.rebuild(nodes) { index, builder in
      if moved.contains(index) { return .drop }
      if index == 0 { return .keep(nodes[0]) }
      return edit(index, &builder)
    }
    return withFootnotes(builder.nodes)
  }

  private mutating func findDefinitions() {
    for index in nodes.indices.dropFirst(2) {
      guard case .footnoteDefinition(let definition) = nodes[index].kind,
        case .item = nodes[index - 2].kind
      else { continue }
      moved.insert(index - 2)
      let label = definition.label.lowercased()
      if items[label] == nil {
        items[label] = index - 2
      } else {
        diagnostics.append(
          Diagnostic(
            "duplicate-footnote",
            .warning,
            "there is a footnote '\(definition.label)' above; this one is left out",
            at: nodes[index].span,
            help: "give it a label of its own"
          )
        )
      }
    }
    for (index, node) in nodes.enumerated() {
      guard case .list = node.kind else { continue }
      var item = index + 1
      let end = item + node.descendantCount
      while item < end, moved.contains(item) { item += 1 + nodes[item].descendantCount }
      if item == end { moved.insert(index) }
    }
  }

  /// Numbers the marks of the text, and then those of the footnotes that they lead to.
  private mutating func number() {
    var index = 0
    while index < nodes.count {
      if moved.contains(index) {
        index += 1 + nodes[index].descendantCount
      } else {
        number(index)
        index += 1
      }
    }
    var next = 0
    while next < order.count {
      if let item = items[order[next]] {
        for index in (item + 1)..<(item + 1 + nodes[item].descendantCount) { number(index) }
      }
      next += 1
    }
    for (label, item) in items where numbers[label] == nil {
      diagnostics.append(
        Diagnostic(
          "unused-footnote",
          .warning,
          "no mark '[^\(label)]' leads to this footnote; it is left out",
          at: nodes[item + 2].span,
          help: "set the mark, or remove the footnote"
        )
      )
    }
    diagnostics.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }

  private mutating func number(_ index: Int) {
    guard case .footnoteReference(let reference) = nodes[index].kind else { return }
    let label = reference.label.lowercased()
    guard items[label] != nil else {
      diagnostics.append(
        Diagnostic(
          "unknown-footnote",
          .warning,
          "there is no footnote '\(reference.label)'",
          at: nodes[index].span,
          help: "add a line '[^\(reference.label)]: …', or write '\\[' for a bracket"
        )
      )
      return
    }
    if numbers[label] == nil {
      order.append(label)
      numbers[label] = order.count
    }
    counts[label, default: 0] += 1
    references[index] = FootnoteReference(
      label: reference.label,
      number: numbers[label] ?? 0,
      occurrence: counts[label] ?? 0
    )
  }

  /// What a node of the text becomes: a mark is numbered, or is text where it leads nowhere.
  private func edit(
    _ index: Int,
    _ builder: inout TreeBuilder<Node>
  ) -> TreeBuilder<Node>.Edit {
    var node = nodes[index]
    switch node.kind {
    case .footnoteReference(let reference):
      node.kind = references[index].map { .footnoteReference($0) } ?? .text("[^\(reference.label)]")
    case .footnoteDefinition(let definition): node.kind = .text("[^\(definition.label)]:")
    default: break
    }
    return .keep(node)
  }

  private func withFootnotes(_ text: [Node]) -> [Node] {
    guard let root = text.first, !order.isEmpty else { return text }
    var builder = TreeBuilder<Node>()
    builder.open(root)
    builder.append(text.dropFirst())
    for (number, label) in order.enumerated() {
      guard let item = items[label],
        case .footnoteDefinition(var definition) = nodes[item + 2].kind
      else { continue }
      definition.number = number + 1
      definition.referenceCount = counts[label] ?? 0
      let end = item + 1 + nodes[item].descendantCount
      builder.open(Node(.footnoteDefinition(definition), span: nodes[item].span))
      // The footnote's nodes are a forest: they are rebuilt below a root of their own.
      var content = TreeBuilder<Node>()
      let forest =
        [Node(.document, span: nil, descendantCount: end - item - 1)]
        + nodes[(item + 1)..<end]
      content.rebuild(forest) { index, builder in
        let place = item + index
        if index == 0 { return .keep(forest[0]) }
        if index == 2 || moved.contains(place) { return .drop }
        if index == 3, case .text(let text) = forest[3].kind {
          var node = forest[3]
          node.kind = .text(String(text.drop { $0 == " " || $0 == "\t" }))
          return .keep(node)
        }
        return edit(place, &builder)
      }
      builder.append(content.nodes.dropFirst())
      builder.close()
    }
    builder.close()
    return builder.nodes
  }
}

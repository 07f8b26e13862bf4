internal import LessonModel

/// Makes alerts of quotations whose first line is `[!NOTE]` or its like alone (rule 18).
enum AlertPass {
  /// Returns the tree with alerts in the place of such quotations.
  static func apply(to nodes: [Node]) -> [Node] {
    var dropped: Set<Int> = []
    var alerts: [Int: Alert] = [:]
    for index in nodes.indices.dropFirst(2) {
      guard case .text(let text) = nodes[index].kind, let alert = alert(named: text),
        case .paragraph = nodes[index - 1].kind, case .blockQuote = nodes[index - 2].kind
      else { continue }
      if nodes[index - 1].descendantCount == 1 {
        dropped.insert(index - 1)
      } else {
        switch nodes[index + 1].kind {
        case .softBreak, .lineBreak: dropped.formUnion([index, index + 1])
        default: continue
        }
      }
      alerts[index - 2] = alert
    }
    guard !alerts.isEmpty else { return nodes }
    var builder = TreeBuilder<Node>()
    builder.rebuild(nodes) { index, _ in
      guard !dropped.contains(index) else { return .drop }
      var node = nodes[index]
      if let alert = alerts[index] { node.kind = .alert(alert) }
      return .keep(node)
    }
    return builder.nodes
  }

  private static func alert(named text: String) -> Alert? {
    guard text.hasPrefix("[!"), text.hasSuffix("]") else { return nil }
    return Alert(rawValue: text.dropFirst(2).dropLast().lowercased())
  }
}

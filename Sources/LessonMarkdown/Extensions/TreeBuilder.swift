internal import LessonModel

/// A node of a flat tree in pre-order.
protocol TreeNode {
  var descendantCount: Int { get set }
}

extension Node: TreeNode {}
extension RawNode: TreeNode {}

/// Builds a flat tree from nodes that are opened and closed.
struct TreeBuilder<Element: TreeNode> {
  private(set) var nodes: [Element] = []
  private var parents: [Int] = []

  /// Adds a node; what follows stands below it, until it is closed.
  mutating func open(_ node: Element) {
    parents.append(nodes.count)
    nodes.append(node)
  }

  /// Ends the node that was opened last.
  mutating func close() {
    guard let index = parents.popLast() else { return }
    nodes[index].descendantCount = nodes.count - index - 1
  }

  /// Adds whole trees.
  mutating func append(_ trees: some Sequence<Element>) { nodes.append(contentsOf: trees) }

  /// Adds nodes one by one from a tree, with what a pass makes of each.
  ///
  /// - Parameters:
  ///   - tree: The nodes of a whole tree.
  ///   - edit: Receives the index of each node, and says what becomes of it.
  mutating func rebuild(_ tree: [Element], _ edit: (Int, inout Self) -> Edit) {
    var ends: [Int] = []
    var index = 0
    while index < tree.count {
      while let end = ends.last, end <= index {
        close()
        ends.removeLast()
      }
      let end = index + 1 + tree[index].descendantCount
      switch edit(index, &self) {
      case .keep(let node):
        open(node)
        ends.append(end)
        index += 1
      case .drop: index = end
      }
    }
    for _ in ends { close() }
  }

  /// What becomes of a node in a rebuilt tree.
  enum Edit {
    /// It stands there in this form, its children are visited.
    case keep(Element)
    /// It is left out with all below it.
    case drop
  }
}

public import Diagnostics

/// A parsed Markdown document.
public struct Document: Sendable {
  /// The nodes of the tree, in the order of the text; children stand after their parent.
  ///
  /// The tree is stored flat, so that no depth of nesting can exhaust a stack, not even on release.
  public let nodes: [Node]

  /// Creates a document from its nodes in pre-order; the first is the document itself.
  public init(nodes: [Node]) {
    self.nodes = nodes
  }

  /// The top-level blocks.
  public var blocks: Children {
    Children(nodes: nodes, start: min(1, nodes.count), end: nodes.count)
  }
}

/// One node of a document, with the size of what it contains.
public struct Node: Hashable, Sendable {
  /// What the node is.
  public var kind: Kind
  /// The bytes of the file that the node came from, where cmark tells.
  public var span: SourceSpan?
  /// The number of nodes below this one, at any depth.
  public var descendantCount: Int

  /// Creates a node.
  public init(_ kind: Kind, span: SourceSpan?, descendantCount: Int = 0) {
    self.kind = kind
    self.span = span
    self.descendantCount = descendantCount
  }

  /// The kinds of blocks and inlines of CommonMark, with math, cells and what GitHub adds.
  public enum Kind: Hashable, Sendable {
    /// The root of the tree.
    case document
    /// A quotation.
    case blockQuote
    /// A list.
    case list(List)
    /// One item of a list.
    case item
    /// One item of a list with a box to tick.
    case taskItem(isDone: Bool)
    /// A quotation that stands out.
    case alert(Alert)
    /// A table; its first row is its head.
    case table(columns: [ColumnAlignment])
    /// A row of a table, with at most as many cells as the table has columns.
    case tableRow
    /// A cell of a table.
    case tableCell
    /// A footnote; all of them stand at the end of the document.
    case footnoteDefinition(FootnoteDefinition)
    /// A block of code that is no cell: its info string and its text.
    case codeBlock(info: String, code: String)
    /// A cell, by its index in the lesson.
    case cell(Int)
    /// A stored output, by the index of its cell.
    case storedOutput(cell: Int)
    /// A paragraph that is a stored figure, with the index of its cell; nothing stands below it.
    case storedFigure(StoredFigure, cell: Int)
    /// Raw HTML as a block.
    case htmlBlock(String)
    /// A paragraph.
    case paragraph
    /// A heading of level 1 to 6, with its anchor, unique in the lesson; plain CommonMark has none.
    case heading(level: Int, id: String?)
    /// A horizontal rule.
    case thematicBreak
    /// A run of text.
    case text(String)
    /// A line ending that shows as a space.
    case softBreak
    /// A line ending that shows.
    case lineBreak
    /// Code within a line.
    case code(String)
    /// Raw HTML within a line.
    case htmlInline(String)
    /// Emphasis.
    case emphasis
    /// Strong emphasis.
    case strong
    /// Struck text.
    case strikethrough
    /// The mark of a footnote.
    case footnoteReference(FootnoteReference)
    /// A link.
    case link(destination: String, title: String)
    /// An image, its description below it.
    case image(destination: String, title: String)
    /// A formula, inline or displayed.
    case math(Math)
  }
}

/// The marker and spacing of a list.
public struct List: Hashable, Sendable {
  /// The first number of an ordered list, or nil for a bullet list.
  public var start: Int?
  /// Whether the items are set without space between them.
  public var isTight: Bool

  /// Creates a description of a list.
  public init(start: Int?, isTight: Bool) {
    self.start = start
    self.isTight = isTight
  }
}

/// A formula as the author wrote it.
public struct Math: Hashable, Sendable {
  /// Where a formula stands.
  public enum Style: String, Hashable, Sendable {
    /// In a line of text.
    case inline
    /// On lines of its own.
    case display
  }

  /// The LaTeX between the delimiters, to the letter, which knows where it stands in the file.
  public var contents: EmbeddedText
  /// Where the formula stands.
  public var style: Style
  /// The bytes of the file, delimiters included.
  public var span: SourceSpan

  /// The LaTeX between the delimiters.
  public var tex: String { contents.text }

  /// Creates a formula.
  public init(contents: EmbeddedText, style: Style, span: SourceSpan) {
    self.contents = contents
    self.style = style
    self.span = span
  }
}

/// The children of a node, from first to last.
public struct Children: Sequence, IteratorProtocol, Sendable {
  private let nodes: [Node]
  private var index: Int
  private let end: Int

  init(nodes: [Node], start: Int, end: Int) {
    self.nodes = nodes
    index = start
    self.end = end
  }

  /// Returns the next child and moves past it, or nil after the last.
  public mutating func next() -> Subtree? {
    guard index < end else { return nil }
    defer { index += 1 + nodes[index].descendantCount }
    return Subtree(nodes: nodes, index: index)
  }
}

/// A node in its document, with its children.
public struct Subtree: Sendable {
  private let nodes: [Node]
  /// The index of the node in its document.
  public let index: Int

  init(nodes: [Node], index: Int) {
    self.nodes = nodes
    self.index = index
  }

  /// The node itself.
  public var node: Node { nodes[index] }
  /// What the node is.
  public var kind: Node.Kind { nodes[index].kind }
  /// The bytes of the file that the node came from, where known.
  public var span: SourceSpan? { nodes[index].span }
  /// The children of the node.
  public var children: Children {
    Children(nodes: nodes, start: index + 1, end: index + 1 + nodes[index].descendantCount)
  }
}

extension Document {
  /// A step of a walk over the tree that needs no recursion.
  public enum Event: Sendable {
    /// The walk comes to a node, before its children.
    case enter(Node)
    /// The walk leaves a node that may have children.
    case exit(Node)
  }

  /// Calls `body` on entering and on leaving each node, in the order of the text.
  public func walk(_ body: (Event) -> Void) {
    var open: [(node: Node, end: Int)] = []
    for (index, node) in nodes.enumerated() {
      while let last = open.last, last.end <= index {
        body(.exit(last.node))
        open.removeLast()
      }
      body(.enter(node))
      open.append((node, index + 1 + node.descendantCount))
    }
    while let last = open.popLast() { body(.exit(last.node)) }
  }
}

extension Sequence<Node> {
  /// The words of the nodes without markup: text, code, and the LaTeX of math.
  public var plainText: String {
    map { node in
      switch node.kind {
      case .text(let text), .code(let text): text
      case .math(let math): math.tex
      case .softBreak, .lineBreak: " "
      case .document, .blockQuote, .list, .item, .taskItem, .alert, .codeBlock, .cell,
        .storedOutput, .storedFigure, .htmlBlock, .paragraph, .heading, .thematicBreak, .htmlInline,
        .emphasis, .strong, .strikethrough, .link, .image, .table, .tableRow, .tableCell,
        .footnoteReference, .footnoteDefinition:
        ""
      }
    }.joined()
  }
}

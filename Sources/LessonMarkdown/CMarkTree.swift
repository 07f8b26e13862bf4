internal import CCMark
internal import LessonModel

/// One node as cmark reports it, with cmark's lines and columns; both 0 where cmark tells none.
struct RawNode {
  var kind: Node.Kind
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  var endColumn: Int
  var descendantCount = 0
  /// Where the node begins and ends in the file, where that is known better than cmark tells.
  var bounds: (start: Int?, end: Int?) = (nil, nil)
}

/// Parses Markdown with cmark and returns its nodes in pre-order.
///
/// The only place that sees cmark's pointers; it walks by events, so that depth costs no stack.
func parseWithCMark(_ bytes: [UInt8]) -> [RawNode] {
  let root = bytes.withUnsafeBytes { buffer in
    cmark_parse_document(
      buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
      buffer.count,
      CMARK_OPT_DEFAULT
    )
  }
  guard let root, let iterator = cmark_iter_new(root) else { return [] }
  defer {
    cmark_iter_free(iterator)
    cmark_node_free(root)
  }
  var nodes: [RawNode] = []
  var open: [Int] = []
  while true {
    let event = cmark_iter_next(iterator)
    guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
    if event == CMARK_EVENT_EXIT {
      if let index = open.popLast() { nodes[index].descendantCount = nodes.count - index - 1 }
      continue
    }
    nodes.append(
      RawNode(
        kind: kind(of: node),
        startLine: Int(cmark_node_get_start_line(node)),
        startColumn: Int(cmark_node_get_start_column(node)),
        endLine: Int(cmark_node_get_end_line(node)),
        endColumn: Int(cmark_node_get_end_column(node))
      )
    )
    if !isLeaf(cmark_node_get_type(node)) { open.append(nodes.count - 1) }
  }
  return nodes
}

/// Whether cmark reports no EXIT for nodes of a type.
private func isLeaf(_ type: cmark_node_type) -> Bool {
  switch type {
  case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
    CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
    true
  default: false
  }
}

private func kind(of node: OpaquePointer) -> Node.Kind {
  func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
  let literal = { text(cmark_node_get_literal(node)) }
  switch cmark_node_get_type(node) {
  case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
  case CMARK_NODE_LIST:
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      List(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0
      )
    )
  case CMARK_NODE_ITEM: return .item
  case CMARK_NODE_CODE_BLOCK:
    return .codeBlock(info: text(cmark_node_get_fence_info(node)), code: literal())
  case CMARK_NODE_HTML_BLOCK: return .htmlBlock(literal())
  case CMARK_NODE_PARAGRAPH: return .paragraph
  case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)), id: nil)
  case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
  case CMARK_NODE_SOFTBREAK: return .softBreak
  case CMARK_NODE_LINEBREAK: return .lineBreak
  case CMARK_NODE_CODE: return .code(literal())
  case CMARK_NODE_HTML_INLINE: return .htmlInline(literal())
  case CMARK_NODE_EMPH: return .emphasis
  case CMARK_NODE_STRONG: return .strong
  case CMARK_NODE_LINK:
    return .link(
      destination: text(cmark_node_get_url(node)),
      title: text(cmark_node_get_title(node))
    )
  case CMARK_NODE_IMAGE:
    return .image(
      destination: text(cmark_node_get_url(node)),
      title: text(cmark_node_get_title(node))
    )
  case CMARK_NODE_DOCUMENT: return .document
  default: return .text(literal())
  }
}

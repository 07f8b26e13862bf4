internal import Diagnostics
internal import LessonModel

/// Makes boxes of `[ ]` and `[x]` at the beginning of items (rule 16).
///
/// The brackets must be the first thing in the item's first paragraph, with text behind a space.
enum TaskListPass {
  /// Turns such items into task items, in place.
  static func apply(to nodes: inout [Node]) {
    for index in nodes.indices.dropFirst(2) {
      guard case .item = nodes[index - 2].kind, case .paragraph = nodes[index - 1].kind,
        case .text(let text) = nodes[index].kind
      else { continue }
      let bytes = Array(text.utf8.prefix(4))
      guard bytes.count == 4, bytes[0] == UInt8(ascii: "["), bytes[2] == UInt8(ascii: "]"),
        bytes[3] == 0x20, [0x20, UInt8(ascii: "x"), UInt8(ascii: "X")].contains(bytes[1])
      else { continue }
      nodes[index - 2].kind = .taskItem(isDone: bytes[1] != 0x20)
      nodes[index].kind = .text(String(text.dropFirst(4)))
      if let span = nodes[index].span { nodes[index].span?.start = min(span.start + 4, span.end) }
    }
  }
}

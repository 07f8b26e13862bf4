internal import Diagnostics
public import LessonModel

/// The tree of a lesson as text, one node a line.
public enum BlockDump {
  /// Returns a line for each node: its kind, its place, and the attributes of a cell.
  public static func render(_ lesson: Lesson) -> String {
    var text = ""
    var depth = 0
    lesson.document.walk { event in
      switch event {
      case .exit: depth -= 1
      case .enter(let node):
        // A bounded indentation keeps the dump of hostile nesting linear.
        text += String(repeating: "  ", count: min(depth, 40)) + "\(node.kind)"
        if let span = node.span {
          let start = lesson.file.position(at: span.start)
          let end = lesson.file.position(at: span.end)
          text += " \(start.line):\(start.column)-\(end.line):\(end.column)"
        }
        if case .cell(let index) = node.kind { text += " \(lesson.cells[index].attributes)" }
        text += "\n"
        depth += 1
      }
    }
    return text
  }
}

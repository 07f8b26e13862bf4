internal import Diagnostics
public import LessonModel

/// Writes outputs, figures and mended numbers into the author's bytes and changes nothing else.
public enum OutputSplicer {
  /// Returns the bytes of the lesson with what is to be stored.
  ///
  /// - Parameters:
  ///   - reports: what each cell put out, and what of it is to be stored.
  ///   - edits: what is to stand in the place of numbers outside of the cells.
  ///   - lesson: the lesson as it was read.
  /// - Returns: the bytes of the file.
  public static func splice(
    _ reports: [CellReport],
    _ edits: [SourceEdit] = [],
    into lesson: Lesson
  ) -> [UInt8] {
    let bytes = lesson.file.bytes
    let hasCRLF = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
    let ending = hasCRLF ? "\r\n" : "\n"
    var all = edits
    for (cell, report) in zip(lesson.cells, reports) {
      if let output = report.outputToStore.flatMap({ edit(cell, $0, ending, bytes) }) {
        all.append(output)
      }
      if let figures = report.figuresToStore.flatMap({
        FigureSplice(cell, $0, in: lesson, ending: ending)?.edit
      }) {
        all.append(figures)
      }
    }
    // The sort is stable: figures stay behind the output that is inserted at the same place.
    all.sort { $0.span.start < $1.span.start }
    var result: [UInt8] = []
    var copied = 0
    for edit in all where edit.span.start >= copied {
      result += bytes[copied..<edit.span.start]
      result += edit.text.utf8
      copied = edit.span.end
    }
    return result + bytes[copied...]
  }

  private static func edit(
    _ cell: Cell,
    _ output: String,
    _ ending: String,
    _ bytes: [UInt8]
  ) -> SourceEdit? {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let content = lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
    if let stored = cell.storedOutput, stored.contents.text == content { return nil }
    let fence = String(repeating: "`", count: max(3, longestRun(content) + 1))
    let prefix = cell.storedOutput?.linePrefix ?? cell.linePrefix
    let body = lines.map { prefix + $0 }
    if let stored = cell.storedOutput {
      let text = ([fence + "output"] + body + [prefix + fence]).joined(separator: ending)
      return SourceEdit(stored.fenceSpan, text)
    }
    guard !lines.isEmpty else { return nil }
    let block = [blankLine(prefix), prefix + fence + "output"] + body + [prefix + fence]
    return SourceEdit(inserting: block, at: cell.insertionPoint, of: bytes, ending: ending)
  }

  private static func longestRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension SourceEdit {
  /// Inserts lines where a line begins, or where the file ends.
  init(inserting lines: [String], at point: Int, of bytes: [UInt8], ending: String) {
    let text = lines.joined(separator: ending)
    let endsLine = point > 0 && (bytes[point - 1] == 0x0A || bytes[point - 1] == 0x0D)
    self.init(SourceSpan(point, point), endsLine ? text + ending : ending + text)
  }
}

/// Returns a blank line between lines that begin with a prefix: the prefix without spaces at its end.
func blankLine(_ prefix: String) -> String {
  var blank = prefix
  while blank.last == " " || blank.last == "\t" { blank.removeLast() }
  return blank
}

internal import Diagnostics
public import LessonModel

/// Writes outputs and figures into the author's bytes and changes nothing else.
public enum OutputSplicer {
  /// Returns the bytes of the lesson with new stored outputs and figures.
  ///
  /// - Parameters:
  ///   - reports: what each cell put out, and what of it is to be stored.
  ///   - lesson: the lesson as it was read.
  /// - Returns: the bytes of the file.
  public static func splice(_ reports: [CellReport], into lesson: Lesson) -> [UInt8] {
    let bytes = lesson.file.bytes
    let hasCRLF = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
    let ending = hasCRLF ? "\r\n" : "\n"
    var result: [UInt8] = []
    var copied = 0
    for (cell, report) in zip(lesson.cells, reports) {
      let output = report.outputToStore.flatMap { edit(cell, $0, ending, bytes) }
      let figures = report.figuresToStore.flatMap {
        FigureSplice(cell, $0, in: lesson, ending: ending)?.edit
      }
      for edit in [output, figures] {
        guard let edit else { continue }
        result += bytes[copied..<edit.start]
        result += edit.text.utf8
        copied = edit.end
      }
    }
    return result + bytes[copied...]
  }

  private static func edit(
    _ cell: Cell,
    _ output: String,
    _ ending: String,
    _ bytes: [UInt8]
  ) -> TextEdit? {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let content = lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
    if let stored = cell.storedOutput, stored.contents.text == content { return nil }
    let fence = String(repeating: "`", count: max(3, longestRun(content) + 1))
    let prefix = cell.storedOutput?.linePrefix ?? cell.linePrefix
    let body = lines.map { prefix + $0 }
    if let stored = cell.storedOutput {
      let text = ([fence + "output"] + body + [prefix + fence]).joined(separator: ending)
      return TextEdit(start: stored.fenceSpan.start, end: stored.fenceSpan.end, text: text)
    }
    guard !lines.isEmpty else { return nil }
    let block = [blankLine(prefix), prefix + fence + "output"] + body + [prefix + fence]
    return TextEdit(inserting: block, at: cell.insertionPoint, of: bytes, ending: ending)
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

/// What is to stand in place of some bytes.
struct TextEdit {
  var start: Int
  var end: Int
  var text: String

  init(start: Int, end: Int, text: String) {
    self.start = start
    self.end = end
    self.text = text
  }

  /// Inserts lines where a line begins, or where the file ends.
  init(inserting lines: [String], at point: Int, of bytes: [UInt8], ending: String) {
    let text = lines.joined(separator: ending)
    let endsLine = point > 0 && (bytes[point - 1] == 0x0A || bytes[point - 1] == 0x0D)
    self.init(start: point, end: point, text: endsLine ? text + ending : ending + text)
  }
}

/// Returns a blank line between lines that begin with a prefix: the prefix without spaces at its end.
func blankLine(_ prefix: String) -> String {
  var blank = prefix
  while blank.last == " " || blank.last == "\t" { blank.removeLast() }
  return blank
}

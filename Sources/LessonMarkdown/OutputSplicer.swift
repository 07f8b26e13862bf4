internal import Diagnostics
public import LessonModel

/// Writes outputs into the author's bytes and changes nothing else.
public enum OutputSplicer {
  /// Returns the bytes of the lesson with new stored outputs.
  ///
  /// - Parameters:
  ///   - outputs: for each cell the text to store, or nil to leave what is there.
  ///   - lesson: the lesson as it was read.
  /// - Returns: the bytes of the file.
  public static func splice(_ outputs: [String?], into lesson: Lesson) -> [UInt8] {
    let bytes = lesson.file.bytes
    let hasCRLF = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
    let ending = hasCRLF ? "\r\n" : "\n"
    var result: [UInt8] = []
    var copied = 0
    for (cell, output) in zip(lesson.cells, outputs) {
      guard let output, let edit = edit(cell, output, ending, bytes) else { continue }
      result += bytes[copied..<edit.start]
      result += edit.text.utf8
      copied = edit.end
    }
    return result + bytes[copied...]
  }

  private static func edit(
    _ cell: Cell,
    _ output: String,
    _ ending: String,
    _ bytes: [UInt8]
  ) -> (start: Int, end: Int, text: String)? {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let content = lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
    if let stored = cell.storedOutput, stored.contents.text == content { return nil }
    let fence = String(repeating: "`", count: max(3, longestRun(content) + 1))
    let prefix = cell.storedOutput?.linePrefix ?? cell.linePrefix
    let body = lines.map { prefix + $0 }
    if let stored = cell.storedOutput {
      let text = ([fence + "output"] + body + [prefix + fence]).joined(separator: ending)
      return (stored.fenceSpan.start, stored.fenceSpan.end, text)
    }
    guard !lines.isEmpty else { return nil }
    var blank = prefix
    while blank.last == " " || blank.last == "\t" { blank.removeLast() }
    let block = [blank, prefix + fence + "output"] + body + [prefix + fence]
    let text = block.joined(separator: ending)
    let point = cell.insertionPoint
    let endsLine = point > 0 && (bytes[point - 1] == 0x0A || bytes[point - 1] == 0x0D)
    return (point, point, endsLine ? text + ending : ending + text)
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

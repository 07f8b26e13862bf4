import Diagnostics

/// Writes the Swift file of a lesson, and keeps where each byte of it came from.
///
/// Every line of the lesson's code is one line of the program that carries the same number, so that a
/// place that the compiler names is found again from its line and column.
struct ProgramWriter {
  /// A part of the program's text that was copied from the lesson.
  private struct Piece {
    var columns: Range<Int>
    var fileOffset: Int
  }

  private(set) var text = ""
  /// What the lines of the program are said to be lines of.
  private let fileName: String
  private var line = 0
  private var column = 0
  private var pieces: [Int: [Piece]] = [:]

  init(fileName: String) {
    self.fileName = fileName.replacing("\\", with: "_").replacing("\"", with: "_")
      .replacing("\n", with: "_")
  }

  /// Adds text of the program's own, in one line.
  mutating func insert(_ generated: String) {
    text += generated
    column += generated.utf8.count
  }

  /// Goes to the beginning of a line that has the number of the lesson's line.
  mutating func beginLine(_ number: Int) {
    if column > 0 { text += "\n" }
    text += "#sourceLocation(file: \"\(fileName)\", line: \(number))\n"
    line = number
    column = 0
  }

  /// Adds a part of the lesson.
  mutating func copy(_ range: Range<Int>, of source: EmbeddedText) {
    let bytes = Array(source.text.utf8)[range]
    var start = range.lowerBound
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if start > range.lowerBound {
        text += "\n"
        line += 1
        column = 0
      }
      let piece = Piece(
        columns: column..<column + part.count,
        fileOffset: source.fileOffset(of: start)
      )
      pieces[line, default: []].append(piece)
      text += String(decoding: part, as: UTF8.self)
      column += part.count
      start += part.count + 1
    }
  }

  /// Returns the offset in the lesson of a place that the compiler names.
  ///
  /// - Parameters:
  ///   - line: The number of the line.
  ///   - column: The byte in it, from 1.
  /// - Returns: The offset, the nearest where the place is in text of the program's own; nil where
  ///   nothing of the line is the lesson's.
  func fileOffset(line: Int, column: Int) -> Int? {
    let column = column - 1
    guard let pieces = pieces[line], let first = pieces.first else { return nil }
    let piece = pieces.last { $0.columns.lowerBound <= column } ?? first
    let inside = min(max(column, piece.columns.lowerBound), piece.columns.upperBound)
    return piece.fileOffset + inside - piece.columns.lowerBound
  }
}

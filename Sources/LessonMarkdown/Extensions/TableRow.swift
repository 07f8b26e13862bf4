internal import LessonModel

/// One line of a table, cut at its pipes.
struct TableRow {
  /// The bytes of each cell in the text, without space around them.
  let cells: [Range<Int>]
  /// Whether a pipe stands in the line.
  let hasPipe: Bool

  /// Cuts a line at every pipe that no backslash stands before; pipes at its ends are decoration.
  init(_ bytes: [UInt8], in line: Range<Int>) {
    var line = Self.trimmed(line, of: bytes)
    var hasPipe = false
    if let first = line.first, bytes[first] == UInt8(ascii: "|") {
      line = (first + 1)..<line.upperBound
      hasPipe = true
    }
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var index = start
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "|"):
        hasPipe = true
        cells.append(Self.trimmed(start..<index, of: bytes))
        start = index + 1
      default: break
      }
      index += 1
    }
    if start < line.upperBound { cells.append(Self.trimmed(start..<line.upperBound, of: bytes)) }
    self.cells = cells
    self.hasPipe = hasPipe
  }

  /// The alignments that a delimiter row gives its columns, or nil for any other row.
  func alignments(in bytes: [UInt8]) -> [ColumnAlignment]? {
    guard !cells.isEmpty else { return nil }
    var columns: [ColumnAlignment] = []
    for cell in cells {
      guard !cell.isEmpty else { return nil }
      let isLeft = bytes[cell.lowerBound] == UInt8(ascii: ":")
      let isRight = cell.count > 1 && bytes[cell.upperBound - 1] == UInt8(ascii: ":")
      let dashes = (cell.lowerBound + (isLeft ? 1 : 0))..<(cell.upperBound - (isRight ? 1 : 0))
      guard !dashes.isEmpty, bytes[dashes].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
        return nil
      }
      switch (isLeft, isRight) {
      case (true, true): columns.append(.center)
      case (true, false): columns.append(.left)
      case (false, true): columns.append(.right)
      case (false, false): columns.append(.natural)
      }
    }
    return columns
  }

  private static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}

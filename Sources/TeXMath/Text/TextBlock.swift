/// Lines of text of one width, with the line that neighbours are aligned to.
struct TextBlock {
  /// The lines, all of the block's width.
  private(set) var lines: [String]
  /// The columns that each line takes.
  private(set) var width: Int
  /// The index of the line that stands on the line of the formula.
  private(set) var baseline: Int

  var height: Int { lines.count }
  private var below: Int { lines.count - baseline }

  init(_ text: String, width: Int) {
    lines = [text]
    self.width = width
    baseline = 0
  }

  private init(lines: [String], width: Int, baseline: Int) {
    self.lines = lines
    self.width = width
    self.baseline = baseline
  }

  /// The height of a line of text in em.
  static let lineHeight = 1.2
  /// The lines by which a block may stand off.
  private static let farthestShift = 10

  /// A block without columns.
  static var empty: TextBlock { TextBlock("", width: 0) }

  /// The same lines aligned at another one.
  func aligned(at line: Int) -> TextBlock {
    TextBlock(lines: lines, width: width, baseline: min(max(0, line), height - 1))
  }

  /// The same lines on the line of the formula, or so many lines above it; below it where negative.
  func shifted(up count: Int) -> TextBlock {
    let count = min(max(count, -Self.farthestShift), Self.farthestShift)
    let blank = String(repeating: " ", count: width)
    let line = baseline + count
    let above = [String](repeating: blank, count: max(0, -line))
    let under = [String](repeating: blank, count: max(0, line - height + 1))
    return TextBlock(lines: above + lines + under, width: width, baseline: max(0, line))
  }

  /// Puts a block behind, on the same line.
  mutating func append(_ other: TextBlock) {
    if height == 1, other.height == 1 {
      lines[0] += other.lines[0]
      width += other.width
      return
    }
    let above = max(baseline, other.baseline)
    let under = max(below, other.below)
    // In place, so that a row of many blocks takes time in proportion to its length.
    if above > baseline || under > below { self = grown(above: above, below: under) }
    let right = other.grown(above: above, below: under)
    for index in lines.indices { lines[index] += right.lines[index] }
    width += other.width
  }

  private func grown(above: Int, below: Int) -> TextBlock {
    let blank = String(repeating: " ", count: width)
    let top = [String](repeating: blank, count: above - baseline)
    let bottom = [String](repeating: blank, count: below - self.below)
    return TextBlock(lines: top + lines + bottom, width: width, baseline: above)
  }

  /// Puts blocks one over the other.
  ///
  /// - Parameters:
  ///   - blocks: the blocks from top to bottom.
  ///   - alignment: how the narrower ones stand.
  ///   - base: the block whose line becomes the line of all.
  /// - Returns: the blocks as one.
  static func stacked(
    _ blocks: [TextBlock],
    _ alignment: MathTable.Alignment = .center,
    base: Int
  ) -> TextBlock {
    let width = blocks.reduce(0) { max($0, $1.width) }
    var lines: [String] = []
    var baseline = 0
    for (index, block) in blocks.enumerated() {
      if index == base { baseline = lines.count + block.baseline }
      lines += block.padded(to: width, alignment).lines
    }
    return TextBlock(lines: lines, width: width, baseline: baseline)
  }

  /// The block in more columns.
  func padded(to width: Int, _ alignment: MathTable.Alignment) -> TextBlock {
    let missing = width - self.width
    guard missing > 0 else { return self }
    let left: Int
    switch alignment {
    case .left: left = 0
    case .center: left = missing / 2
    case .right: left = missing
    }
    let (before, after) = (
      String(repeating: " ", count: left), String(repeating: " ", count: missing - left)
    )
    return TextBlock(lines: lines.map { before + $0 + after }, width: width, baseline: baseline)
  }

  /// The block with a script to its right: raised so that it stands above the line, or lowered.
  mutating func attach(above: TextBlock?, below: TextBlock?) {
    let scriptWidth = max(above?.width ?? 0, below?.width ?? 0)
    let top = above?.padded(to: scriptWidth, .left).lines ?? []
    let bottom = below?.padded(to: scriptWidth, .left).lines ?? []
    let blank = String(repeating: " ", count: scriptWidth)
    let middle = max(1, height - (top.isEmpty ? 0 : 1) - (bottom.isEmpty ? 0 : 1))
    let filler = [String](repeating: blank, count: height == 1 ? 1 : middle)
    let line = top.count + (height == 1 ? 0 : max(0, baseline - (top.isEmpty ? 0 : 1)))
    append(TextBlock(lines: top + filler + bottom, width: scriptWidth, baseline: line))
  }
}

/// Delimiters as tall as what stands between them.
enum TallDelimiter {
  /// The pieces of a delimiter: top, middle, bottom, and the piece between; nil for plain ones.
  private static let pieces: [String: (top: String, middle: String, bottom: String, bar: String)] =
    [
      "(": ("⎛", "⎜", "⎝", "⎜"), ")": ("⎞", "⎟", "⎠", "⎟"), "[": ("⎡", "⎢", "⎣", "⎢"),
      "]": ("⎤", "⎥", "⎦", "⎥"), "{": ("⎧", "⎨", "⎩", "⎪"), "}": ("⎫", "⎬", "⎭", "⎪"),
      "⌊": ("⎢", "⎢", "⎣", "⎢"), "⌋": ("⎥", "⎥", "⎦", "⎥"), "⌈": ("⎡", "⎢", "⎢", "⎢"),
      "⌉": ("⎤", "⎥", "⎥", "⎥"), "⟨": ("╱", "⟨", "╲", "│"), "⟩": ("╲", "⟩", "╱", "│"),
    ]

  /// A delimiter of as many lines as a block has, aligned with it.
  static func block(_ text: String, beside block: TextBlock) -> TextBlock {
    guard !text.isEmpty else { return .empty }
    guard block.height > 1 else { return TextBlock(text, width: 1) }
    let lines = (0..<block.height).map { line -> String in
      guard let pieces = pieces[text] else { return text == "∣" ? "│" : text == "∥" ? "║" : text }
      if block.height == 2, text == "{" || text == "}" {
        return line == 0 ? (text == "{" ? "⎰" : "⎱") : (text == "{" ? "⎱" : "⎰")
      }
      if line == 0 { return pieces.top }
      if line == block.height - 1 { return pieces.bottom }
      return line == block.height / 2 ? pieces.middle : pieces.bar
    }
    return TextBlock.stacked(lines.map { TextBlock($0, width: 1) }, base: 0)
      .aligned(at: block.baseline)
  }
}

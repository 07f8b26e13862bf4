internal import Diagnostics

/// How a run of text looks in a terminal that knows ANSI styles.
struct TextStyle: OptionSet, Hashable {
  let rawValue: Int

  static let bold = TextStyle(rawValue: 1 << 0)
  static let dim = TextStyle(rawValue: 1 << 1)
  static let italic = TextStyle(rawValue: 1 << 2)
  static let underline = TextStyle(rawValue: 1 << 3)
  static let red = TextStyle(rawValue: 1 << 4)
  static let green = TextStyle(rawValue: 1 << 5)
  static let yellow = TextStyle(rawValue: 1 << 6)
  static let cyan = TextStyle(rawValue: 1 << 7)
  static let struck = TextStyle(rawValue: 1 << 8)

  /// The parameters of the escape sequence that turns the style on.
  var codes: String {
    let all: [(TextStyle, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.red, "31"), (.green, "32"),
      (.yellow, "33"), (.cyan, "36"), (.struck, "9"),
    ]
    return all.filter { contains($0.0) }.map(\.1).joined(separator: ";")
  }
}

/// Text made of runs, each with one style; control characters are visible in it, never obeyed.
struct StyledText: Hashable {
  struct Run: Hashable {
    var text: String
    var style: TextStyle
  }

  private(set) var runs: [Run] = []

  init() {}

  init(_ text: String, _ style: TextStyle = []) { append(text, style) }

  /// Creates text that has been painted and made visible already; it is not to be wrapped.
  init(painted text: String) { runs = [Run(text: text, style: [])] }

  /// Appends what an author wrote, made visible.
  mutating func append(_ text: String, _ style: TextStyle = []) {
    append(Run(text: visibleText(text), style: style))
  }

  mutating func append(_ other: StyledText) {
    for run in other.runs { append(run) }
  }

  private mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if runs.last?.style == run.style {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }

  var isEmpty: Bool { runs.isEmpty }

  /// The number of terminal columns; of the longest line, where there are several.
  var width: Int {
    runs.map(\.text).joined().split(separator: "\n").map { displayWidth($0) }.max() ?? 0
  }

  /// The text for a terminal.
  func painted(_ style: TerminalRenderer.Style) -> String {
    switch style {
    case .plain: return runs.map(\.text).joined()
    case .ansi:
      return runs.map { run in
        run.style.isEmpty ? run.text : "\u{1B}[\(run.style.codes)m\(run.text)\u{1B}[0m"
      }.joined()
    }
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }
}

extension StyledText {
  /// Returns the text as lines of at most `width` columns, broken at spaces and at its line breaks.
  ///
  /// A word that is wider stands alone on its line; it is not cut.
  func wrapped(to width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    var lineWidth = 0
    var word = StyledText()
    var wordWidth = 0
    var space = StyledText()
    func endWord() {
      guard !word.isEmpty else { return }
      if !line.isEmpty, lineWidth + space.width + wordWidth > width {
        lines.append(line)
        line = StyledText()
        lineWidth = 0
      }
      if !line.isEmpty {
        line.append(space)
        lineWidth += space.width
      }
      line.append(word)
      lineWidth += wordWidth
      word = StyledText()
      wordWidth = 0
      space = StyledText()
    }
    for run in runs {
      var piece = ""
      func endPiece() {
        word.append(piece, run.style)
        wordWidth += displayWidth(piece)
        piece = ""
      }
      for character in run.text {
        switch character {
        case " ":
          endPiece()
          endWord()
          if space.isEmpty, !line.isEmpty { space.append(" ", run.style) }
        case "\n":
          endPiece()
          endWord()
          lines.append(line)
          line = StyledText()
          lineWidth = 0
          space = StyledText()
        default: piece.append(character)
        }
      }
      endPiece()
    }
    endWord()
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}

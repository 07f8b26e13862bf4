internal import Diagnostics
internal import LessonModel
internal import TeXMath

/// Lays out the blocks of a document as lines, from the events of a walk over its tree.
struct BlockFlow {
  /// The lines so far.
  private(set) var lines: [StyledText] = []

  private let width: Int
  private let macros: MacroSet
  /// What stands left of the lines at hand: quotation bars, list markers and indentation.
  private var margins: [Margin] = []
  private var inline = StyledText()
  private var styles: [TextStyle] = []
  /// The next number of each list that is open; nil for a bullet list.
  private var numbers: [Int?] = []
  private var tightLists: [Bool] = []
  private var needsBlankLine = false
  /// The table that is open.
  private var table = TableBlock()
  private var hasFootnotes = false

  /// The quotations and items inside the margins at hand that are too deep to be shown.
  private var hiddenDepth = 0

  /// Deeper margins are not shown: there would be no room for text.
  private static let deepestMargin = 8

  private struct Margin {
    /// What stands left of the first line, until that has been written.
    var first: StyledText?
    var rest: StyledText
  }

  init(width: Int, macros: MacroSet) {
    self.width = width
    self.macros = macros
  }

  /// Adds a block of lines, with a blank line before it.
  mutating func add(_ block: [StyledText]) {
    addBlankLine()
    for line in block {
      let left = margins.map { $0.first ?? $0.rest }
      for index in margins.indices { margins[index].first = nil }
      lines.append(line.isEmpty ? trimmed(left) : left.reduce(StyledText(), +) + line)
    }
    needsBlankLine = tightLists.last != true
  }

  /// Adds the blank line that stands before a block, where one does.
  private mutating func addBlankLine() {
    let isFirstInItem = margins.contains { $0.first != nil }
    if needsBlankLine, !(isFirstInItem && tightLists.last == true) {
      lines.append(trimmed(margins.map(\.rest)))
    }
    needsBlankLine = false
  }

  /// Adds one line as a block.
  mutating func add(_ line: StyledText) { add([line]) }
}

// MARK: - Nodes

extension BlockFlow {
  mutating func enter(_ kind: Node.Kind) {
    switch kind {
    case .document, .paragraph, .heading, .storedOutput, .storedFigure, .cell, .tableCell: break
    case .alert(let alert):
      enter(.blockQuote)
      add(StyledText("\(alert.title)", .bold))
    case .table(let columns): table = TableBlock(columns: columns)
    case .tableRow: table.addRow()
    case .footnoteDefinition(let note): enterFootnote(note)
    case .footnoteReference(let mark): inline.append("[\(mark.number)]", style.union(.dim))
    case .strikethrough: styles.append(.struck)
    case .blockQuote:
      addBlankLine()
      push(Margin(first: nil, rest: StyledText("▌ ", .dim)))
    case .list(let list):
      numbers.append(list.start)
      addBlankLine()
      tightLists.append(list.isTight)
    case .item: enterItem()
    case .taskItem(let isDone): enterItem(marker: isDone ? "☑ " : "☐ ")
    case .codeBlock(_, let code): add(code: code)
    case .htmlBlock(let html):
      if !Self.isComment(html) { add(code: html) }
    case .thematicBreak: add(StyledText(String(repeating: "─", count: textWidth), .dim))
    case .text(let text): inline.append(text, style)
    case .softBreak: inline.append(" ", style)
    case .lineBreak: inline.append("\n", style)
    case .code(let code): inline.append(code, style.union(.cyan))
    case .htmlInline(let html): if !Self.isComment(html) { inline.append(html, .dim) }
    case .emphasis: styles.append(.italic)
    case .strong: styles.append(.bold)
    case .link: styles.append(.underline)
    case .image:
      inline.append("[image: ", .dim)
      styles.append([])
    case .math(let math): add(math)
    }
  }

  mutating func exit(_ kind: Node.Kind) {
    switch kind {
    case .paragraph: endText()
    case .heading(let level, _): endHeading(level)
    case .blockQuote, .item, .taskItem, .alert, .footnoteDefinition: popMargin()
    case .tableCell:
      table.add(inline)
      inline = StyledText()
    case .table:
      add(table.lines(width: textWidth))
      table = TableBlock()
    case .list:
      numbers.removeLast()
      tightLists.removeLast()
      needsBlankLine = true
    case .emphasis, .strong, .strikethrough: styles.removeLast()
    case .link(let destination, _):
      styles.removeLast()
      // A place in the lesson itself is no address to go to.
      if !destination.hasPrefix("#"), inline.runs.last?.text != destination {
        inline.append(" <\(destination)>", .dim)
      }
    case .image(let destination, _):
      styles.removeLast()
      inline.append(" <\(destination)>]", .dim)
    case .document, .codeBlock, .cell, .storedOutput, .storedFigure, .htmlBlock, .thematicBreak,
      .text,
      .softBreak, .lineBreak, .code, .htmlInline, .math, .tableRow, .footnoteReference:
      break
    }
  }

  private var style: TextStyle { styles.reduce(into: []) { $0.formUnion($1) } }

  /// The columns inside the margins at hand.
  var textWidth: Int {
    let margin = margins.reduce(0) { $0 + $1.rest.width }
    return max(TerminalRenderer.leastWidth, width - margin)
  }

  /// Begins an item with a marker of its own, or with that of its list.
  private mutating func enterItem(marker own: String? = nil) {
    var marker = own ?? "• "
    if own == nil, let last = numbers.indices.last, let number = numbers[last] {
      marker = "\(number). "
      numbers[last] = number + 1
    }
    let indentation = String(repeating: " ", count: displayWidth(marker))
    push(Margin(first: StyledText(marker), rest: StyledText(indentation)))
  }

  private mutating func enterFootnote(_ note: FootnoteDefinition) {
    if !hasFootnotes { add(StyledText(String(repeating: "─", count: 8), .dim)) }
    hasFootnotes = true
    enterItem(marker: "[\(note.number)] ")
  }

  private mutating func push(_ margin: Margin) {
    if margins.count < Self.deepestMargin { margins.append(margin) } else { hiddenDepth += 1 }
  }

  private mutating func popMargin() {
    if hiddenDepth > 0 { hiddenDepth -= 1 } else { margins.removeLast() }
  }

  private mutating func endText() {
    let text = inline.wrapped(to: textWidth)
    inline = StyledText()
    if !text.isEmpty { add(text) }
  }

  private mutating func endHeading(_ level: Int) {
    var text = StyledText()
    for run in inline.runs { text.append(run.text, run.style.union(.bold)) }
    inline = StyledText()
    var block = text.wrapped(to: textWidth)
    let rule: Character? = level == 1 ? "═" : level == 2 ? "─" : nil
    if let rule, let width = block.map(\.width).max() {
      block.append(StyledText(String(repeating: rule, count: width), .dim))
    }
    if !block.isEmpty { add(block) }
  }

  private mutating func add(code: String) {
    var text = code.split(separator: "\n", omittingEmptySubsequences: false)
    if text.last?.isEmpty == true { text.removeLast() }
    add(text.map { StyledText("    ") + StyledText(String($0), .dim) })
  }

  /// Adds a formula as Unicode text; one that cannot be read stands as its author wrote it.
  private mutating func add(_ math: Math) {
    let formula = Formula(parsing: math.tex, macros: macros)
    switch math.style {
    case .inline:
      let text = formula.isWellFormed ? formula.unicodeText(as: .inline)[0] : math.tex
      inline.append(text, style.union(.italic))
    case .display:
      // A formula on lines of its own ends the line of text before it.
      endText()
      let indentation = StyledText("    ")
      let lines =
        formula.isWellFormed
        ? formula.unicodeText(
          as: .display,
          width: textWidth - indentation.width,
          columns: displayWidth
        )
        : math.tex.split(separator: "\n").map(String.init)
      if !lines.isEmpty { add(lines.map { indentation + StyledText($0) }) }
    }
  }

  private static func isComment(_ html: String) -> Bool { html.hasPrefix("<!--") }

  private func trimmed(_ margin: [StyledText]) -> StyledText {
    var runs = margin.reduce(StyledText(), +).runs
    while let last = runs.last, last.text.allSatisfy({ $0 == " " }) { runs.removeLast() }
    var result = StyledText()
    for (index, run) in runs.enumerated() {
      let isLast = index == runs.count - 1
      let text = isLast ? String(run.text.reversed().drop { $0 == " " }.reversed()) : run.text
      result.append(text, run.style)
    }
    return result
  }
}

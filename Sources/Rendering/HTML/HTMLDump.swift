internal import Diagnostics
public import LessonModel

/// A lesson's tree as HTML, the way cmark, or GitHub, renders it: what shows whether the tree is right.
///
/// Not a page for readers: cells are plain code blocks, math is its source, and raw HTML is kept.
public enum HTMLDump {
  /// Returns the HTML of a lesson's document.
  public static func render(_ lesson: Lesson) -> String {
    var writer = HTMLWriter(lesson: lesson)
    lesson.document.walk { event in
      switch event {
      case .enter(let node): writer.enter(node)
      case .exit(let node): writer.exit(node)
      }
    }
    return writer.text
  }
}

private struct HTMLWriter {
  let lesson: Lesson
  var text = ""
  private var open: [Node.Kind] = []
  /// How many images are open: their content becomes plain text.
  private var images = 0
  /// The columns of the table at hand, its rows, and the cells of the last of them, so far.
  private var columns: [ColumnAlignment] = []
  private var rows = 0
  private var cells = 0

  init(lesson: Lesson) { self.lesson = lesson }

  mutating func enter(_ node: Node) {
    if images > 0 {
      enterInImage(node.kind)
    } else {
      enterVisible(node)
    }
    if case .image = node.kind { images += 1 }
    open.append(node.kind)
  }

  mutating func exit(_ node: Node) {
    open.removeLast()
    if case .image(_, let title) = node.kind {
      images -= 1
      guard images == 0 else { return }
      if !title.isEmpty { text += "\" title=\"" + HTMLText.escaped(title) }
      text += "\" />"
      return
    }
    guard images == 0 else { return }
    switch node.kind {
    case .blockQuote:
      startLine()
      text += "</blockquote>\n"
    case .list(let list): text += list.start == nil ? "</ul>\n" : "</ol>\n"
    case .item, .taskItem: text += "</li>\n"
    case .alert: text += "</div>\n"
    case .table:
      if rows > 1 { text += "</tbody>\n" }
      text += "</table>\n"
      rows = 0
    case .tableRow:
      text += "</tr>\n"
      if rows == 1 { text += "</thead>\n" }
    case .tableCell: text += rows == 1 ? "</th>\n" : "</td>\n"
    case .footnoteDefinition: text += "</div>\n"
    case .strikethrough: text += "</del>"
    case .heading(let level, _): text += "</h\(level)>\n"
    case .paragraph: if !isInTightList { text += "</p>\n" }
    case .emphasis: text += "</em>"
    case .strong: text += "</strong>"
    case .link: text += "</a>"
    case .document, .codeBlock, .cell, .storedOutput, .storedFigure, .htmlBlock, .thematicBreak,
      .text,
      .softBreak, .lineBreak, .code, .htmlInline, .image, .math, .footnoteReference:
      break
    }
  }

  // MARK: - Nodes

  private mutating func enterVisible(_ node: Node) {
    switch node.kind {
    case .document: break
    case .blockQuote: block("<blockquote>\n")
    case .list(let list):
      switch list.start {
      case nil: block("<ul>\n")
      case 1: block("<ol>\n")
      case let start?: block("<ol start=\"\(start)\">\n")
      }
    case .item: block("<li>")
    case .taskItem(let isDone):
      block("<li>")
      text += "<input type=\"checkbox\" \(isDone ? "checked=\"\" " : "")disabled=\"\" /> "
    case .alert(let alert):
      block("<div class=\"markdown-alert-\(alert.rawValue)\">\n<p>\(alert.title)</p>\n")
    case .table(let columns):
      block("<table>\n")
      self.columns = columns
    case .tableRow:
      switch rows {
      case 0: text += "<thead>\n"
      case 1: text += "<tbody>\n"
      default: break
      }
      text += "<tr>\n"
      rows += 1
      cells = 0
    case .tableCell:
      text += rows == 1 ? "<th" : "<td"
      if columns[cells] != .natural { text += " align=\"\(columns[cells].rawValue)\"" }
      text += ">"
      cells += 1
    case .footnoteDefinition(let note):
      block("<div id=\"fn-\(note.number)\">\n")
    case .strikethrough: text += "<del>"
    case .footnoteReference(let mark):
      text += "<sup><a href=\"#fn-\(mark.number)\">\(mark.number)</a></sup>"
    case .heading(let level, let id):
      block("<h\(level)")
      if let id { text += " id=\"" + HTMLText.escaped(id) + "\"" }
      text += ">"
    case .codeBlock(let info, let code): codeBlock(info, code)
    case .cell(let index):
      let cell = lesson.cells[index]
      codeBlock(lesson.file.text(in: cell.infoSpan), cell.code.text)
    case .storedOutput(let index):
      codeBlock("output", lesson.cells[index].storedOutput?.contents.text ?? "")
    case .storedFigure(let figure, _):
      if !isInTightList { block("<p>") }
      text += "<img src=\"" + HTMLText.address(figure.destination) + "\" alt=\""
      text += HTMLText.escaped(figure.description) + "\" />"
      if !isInTightList { text += "</p>\n" }
    case .htmlBlock(let html):
      startLine()
      text += html
      startLine()
    case .thematicBreak: block("<hr />\n")
    case .paragraph: if !isInTightList { block("<p>") }
    case .text(let content): text += HTMLText.escaped(content)
    case .softBreak: text += "\n"
    case .lineBreak: text += "<br />\n"
    case .code(let content): text += "<code>" + HTMLText.escaped(content) + "</code>"
    case .htmlInline(let html): text += html
    case .emphasis: text += "<em>"
    case .strong: text += "<strong>"
    case .link(let destination, let title):
      text += "<a href=\"" + HTMLText.address(destination)
      if !title.isEmpty { text += "\" title=\"" + HTMLText.escaped(title) }
      text += "\">"
    case .image(let destination, _):
      text += "<img src=\"" + HTMLText.address(destination) + "\" alt=\""
    case .math(let math):
      text += HTMLText.escaped(node.span.map(lesson.file.text(in:)) ?? math.tex)
    }
  }

  private mutating func enterInImage(_ kind: Node.Kind) {
    switch kind {
    case .text(let content), .code(let content), .htmlInline(let content):
      text += HTMLText.escaped(content)
    case .math(let math): text += HTMLText.escaped(math.tex)
    case .softBreak, .lineBreak: text += " "
    case .document, .blockQuote, .list, .item, .codeBlock, .cell, .storedOutput, .storedFigure,
      .htmlBlock,
      .paragraph, .heading, .thematicBreak, .emphasis, .strong, .link, .image, .taskItem, .alert,
      .table, .tableRow, .tableCell, .footnoteDefinition, .footnoteReference, .strikethrough:
      break
    }
  }

  /// Whether the paragraph at hand stands in an item of a tight list.
  private var isInTightList: Bool {
    guard open.count >= 2, case .list(let list) = open[open.count - 2] else { return false }
    return list.isTight
  }

  private mutating func startLine() {
    if let last = text.utf8.last, last != 0x0A { text += "\n" }
  }

  private mutating func block(_ tag: String) {
    startLine()
    text += tag
  }

  private mutating func codeBlock(_ info: String, _ code: String) {
    startLine()
    let language = info.prefix { !" \t\n\r\u{B}\u{C}".contains($0) }
    text +=
      language.isEmpty
      ? "<pre><code>" : "<pre><code class=\"language-" + HTMLText.escaped(String(language)) + "\">"
    text += HTMLText.escaped(code) + "</code></pre>\n"
  }
}

internal import Diagnostics
internal import LessonModel
internal import TeXMath

/// Writes the blocks of a lesson as HTML, from the events of a walk over its tree.
struct BodyWriter {
  let lesson: GuideLesson
  let options: GuideOptions
  let links: GuideLinks
  /// What stands before each anchor of this lesson on its page.
  let prefix: String
  /// The levels that headings are moved down.
  let headingShift: Int
  /// Images to be part of the page, by their paths: the address that holds their content.
  let embedded: [String: String]

  var body = LessonBody()
  private var open: [Node.Kind] = []
  private var sanitizer = HTMLSanitizer()
  /// How many images are open: their content becomes plain text.
  private var images = 0
  private var columns: [ColumnAlignment] = []
  private var rows = 0
  private var cells = 0
  private var lastLevel = 1
  /// The heading at hand: what was written before it, its plain text, and its HTML without links.
  private var heading: (before: String, text: String, outline: String)?
  private var hasFootnotes = false
  private let marks: MathMarks
  /// The index of the node at hand.
  private var node = -1
  /// The addresses of the links that are open; nil for one that may not be one.
  var openLinks: [String?] = []
  /// Whether an image is open, and not what stands for it.
  var isImageOpen = false

  init(
    _ lesson: GuideLesson,
    options: GuideOptions,
    links: GuideLinks,
    prefix: String = "",
    headingShift: Int = 0,
    embedded: [String: String] = [:]
  ) {
    self.lesson = lesson
    self.options = options
    self.links = links
    self.prefix = prefix
    self.headingShift = headingShift
    self.embedded = embedded
    marks = MathMarks(lesson.report, in: lesson.lesson)
    body.sections = [LessonBody.Section(id: "", title: "", text: "")]
  }

  /// Writes the whole lesson.
  mutating func write() -> LessonBody {
    let title = lesson.titleIndex
    lesson.lesson.document.walk { event in
      switch event {
      case .enter(let node):
        self.node += 1
        enter(node, isTitle: self.node == title)
      case .exit(let node): exit(node)
      }
    }
    if hasFootnotes { put("</ol></section>\n") }
    put(CheckText.list(marks.checks, of: " of numbers in the text"))
    return body
  }
}

// MARK: - Entering

extension BodyWriter {
  private mutating func enter(_ node: Node, isTitle: Bool) {
    open.append(node.kind)
    collect(node.kind)
    guard images == 0 else {
      if case .image = node.kind { images += 1 } else { put(alternative(node.kind)) }
      return
    }
    switch node.kind {
    case .document: break
    case .blockQuote: put("<blockquote>\n")
    case .alert(let alert): put(Self.opening(of: alert))
    case .list(let list): enterList(list)
    case .item: put("<li>")
    case .taskItem(let isDone):
      put("<li class=\"task\"><span class=\"box\" role=\"img\" ")
      put("aria-label=\"\(isDone ? "done" : "open")\">\(isDone ? "☑" : "☐")</span> ")
    case .heading(let level, let id): enterHeading(level, id, isTitle: isTitle)
    case .codeBlock(let info, let code): putCode(info, code)
    case .cell(let index): putCell(index)
    case .storedOutput: break
    case .storedFigure(let figure, let cell): putStored(figure, of: cell)
    case .htmlBlock(let html): put(html: html, in: .block, of: node)
    case .thematicBreak: put("<hr>\n")
    case .paragraph: if !isInTightList(below: open.dropLast()) { put("<p>") }
    case .table(let columns): enterTable(columns)
    case .tableRow: enterRow()
    case .tableCell: enterTableCell()
    case .footnoteDefinition(let note): enterFootnote(note)
    case .footnoteReference(let mark):
      let id = mark.occurrence > 1 ? "\(mark.number).\(mark.occurrence)" : "\(mark.number)"
      putLink("<sup class=\"footnote-mark\"><a id=\"\(anchor("fnref.\(id)"))\" ")
      putLink("href=\"#\(anchor("fn.\(mark.number)"))\" ")
      putLink("aria-label=\"Footnote \(mark.number)\">\(mark.number)</a></sup>")
    case .text(let text): put(HTMLText.shown(text))
    case .softBreak: put("\n")
    case .lineBreak: put("<br>\n")
    case .code(let code): put("<code>" + HTMLText.shown(code) + "</code>")
    case .htmlInline(let html): put(html: html, in: .line, of: node)
    case .emphasis: put("<em>")
    case .strong: put("<strong>")
    case .strikethrough: put("<del>")
    case .link(let destination, let title): enterLink(destination, title, at: node.span)
    case .image(let destination, _):
      images = 1
      enterImage(destination, at: node.span)
    case .math(let math): putMath(math)
    }
    if Self.isContainer(node.kind) { sanitizer.enterBlock() }
  }

  private mutating func enterList(_ list: List) {
    switch list.start {
    case nil: put("<ul>\n")
    case 1: put("<ol>\n")
    case let start?: put("<ol start=\"\(start)\">\n")
    }
  }

  private mutating func enterHeading(_ level: Int, _ id: String?, isTitle: Bool) {
    heading = (body.html, "", "")
    body.html = ""
    let id = id ?? ""
    guard !isTitle else {
      body.title = LessonBody.Heading(level: 1, id: id, html: "", outline: "")
      return
    }
    // The page's title is the only heading of level 1, and no level is skipped.
    lastLevel = min(max(2, level), lastLevel + 1)
    let shown = min(6, lastLevel + headingShift)
    body.headings.append(LessonBody.Heading(level: lastLevel, id: id, html: "", outline: ""))
    body.sections.append(LessonBody.Section(id: id, title: "", text: ""))
    let opening = "<h\(shown) id=\"\(anchor(HTMLText.escaped(id)))\">"
    heading?.before += opening
  }

  private mutating func enterTable(_ columns: [ColumnAlignment]) {
    self.columns = columns
    rows = 0
    put(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>\n<thead>\n"
    )
  }

  private mutating func enterRow() {
    if rows == 1 { put("<tbody>\n") }
    rows += 1
    cells = 0
    put("<tr>")
  }

  private mutating func enterTableCell() {
    put(rows == 1 ? "<th scope=\"col\"" : "<td")
    if columns.indices.contains(cells), columns[cells] != .natural {
      put(" class=\"\(columns[cells].rawValue)\"")
    }
    put(">")
    cells += 1
  }

  private mutating func enterFootnote(_ note: FootnoteDefinition) {
    if !hasFootnotes {
      put("<section class=\"footnotes\" aria-label=\"Footnotes\"><ol>\n")
      hasFootnotes = true
    }
    put("<li id=\"\(anchor("fn.\(note.number)"))\">")
  }

  private static func opening(of alert: Alert) -> String {
    "<aside class=\"alert \(alert.rawValue)\"><p class=\"alert-title\">\(alert.title)</p>\n"
  }
}

// MARK: - Leaving

extension BodyWriter {
  private mutating func exit(_ node: Node) {
    open.removeLast()
    guard images == 0 else {
      if case .image(_, let title) = node.kind {
        images -= 1
        if images == 0 { exitImage(title) }
      }
      return
    }
    if Self.isContainer(node.kind) { put(sanitizer.exitBlock()) }
    switch node.kind {
    case .blockQuote: put("</blockquote>\n")
    case .alert: put("</aside>\n")
    case .list(let list): put(list.start == nil ? "</ul>\n" : "</ol>\n")
    case .item, .taskItem: put("</li>\n")
    case .heading: exitHeading()
    case .paragraph: if !isInTightList(below: open) { put("</p>\n") }
    case .table: put(rows > 1 ? "</tbody>\n</table></div>\n" : "</table></div>\n")
    case .tableRow: exitRow()
    case .tableCell: put(rows == 1 ? "</th>" : "</td>")
    case .footnoteDefinition(let note): exitFootnote(note)
    case .emphasis: put("</em>")
    case .strong: put("</strong>")
    case .strikethrough: put("</del>")
    case .link(let destination, _): exitLink(destination)
    case .document, .codeBlock, .cell, .storedOutput, .storedFigure, .htmlBlock, .thematicBreak,
      .text,
      .softBreak, .lineBreak, .code, .htmlInline, .image, .math, .footnoteReference:
      break
    }
  }

  private mutating func exitHeading() {
    guard let (before, text, outline) = heading else { return }
    let written = body.html
    heading = nil
    body.html = before
    guard let last = body.headings.indices.last else {
      body.title?.html = written
      body.title?.outline = outline
      body.sections[0].title = text
      return
    }
    put(written)
    body.headings[last].outline = outline
    body.sections[body.sections.count - 1].title = text
    let id = HTMLText.address(body.headings[last].id)
    let shown = min(6, body.headings[last].level + headingShift)
    put(" <a class=\"anchor\" href=\"#\(anchor(id))\" aria-label=\"Link to this section\">#</a>")
    put("</h\(shown)>\n")
  }

  private mutating func exitRow() {
    let missing = columns.count - cells
    if missing > 0 { put("<td\(missing > 1 ? " colspan=\"\(min(missing, 1000))\"" : "")></td>") }
    put("</tr>\n")
    if rows == 1 { put("</thead>\n") }
  }

  private mutating func exitFootnote(_ note: FootnoteDefinition) {
    for occurrence in 1...max(1, min(note.referenceCount, 20)) {
      let id = occurrence > 1 ? "\(note.number).\(occurrence)" : "\(note.number)"
      put(
        "<a class=\"back\" href=\"#\(anchor("fnref.\(id)"))\" aria-label=\"Back to the text\">↩</a> "
      )
    }
    put("</li>\n")
  }
}

// MARK: - Pieces

extension BodyWriter {
  mutating func put(_ html: String) {
    body.html += html
    heading?.outline += html
  }

  /// Writes what does not belong into the table of contents: links.
  mutating func putLink(_ html: String) { body.html += html }

  /// The anchor of this lesson on its page.
  func anchor(_ id: String) -> String { prefix + id }

  private mutating func putCode(_ info: String, _ code: String) {
    let language = info.prefix { !$0.isWhitespace }
    put("<pre class=\"listing\" tabindex=\"0\"")
    if !language.isEmpty { put(" data-language=\"\(HTMLText.shown(language))\"") }
    put("><code>" + HTMLText.shown(code) + "</code></pre>\n")
  }

  private mutating func putCell(_ index: Int) {
    guard let report = lesson.report.cells.first(where: { $0.cell == index }) else {
      let cell = lesson.lesson.cells[index]
      putCode("swift", cell.code.text)
      return
    }
    let cell = CellHTML(lesson, report, options: options, prefix: prefix)
    put(cell.html)
    body.answers += cell.answer
    body.sections[body.sections.count - 1].text += " " + lesson.lesson.cells[index].code.text
  }

  /// Shows the stored figure of a cell that did not run; one that ran shows its own.
  private mutating func putStored(_ figure: StoredFigure, of cell: Int) {
    switch lesson.report.cells.first(where: { $0.cell == cell })?.status {
    case .passed, .failed: break
    case .skipped, .notRun, nil:
      enterImage(figure.destination, at: figure.span)
      put(HTMLText.shown(figure.description))
      exitImage("")
    }
  }

  private mutating func putMath(_ math: Math) {
    let formula = Formula(parsing: math.tex)
    switch math.style {
    case .inline:
      // A line does not break before the mark.
      let mark = marks.mark(behind: node)
      if !mark.isEmpty { putLink("<span class=\"checked\">") }
      put(formula.mathML(as: .inline))
      if !mark.isEmpty { putLink(mark + "</span>") }
    case .display:
      put("<span class=\"formula\"><span class=\"scroll\" tabindex=\"0\" role=\"group\" ")
      put("aria-label=\"Formula\">\(formula.mathML(as: .display))</span>")
      putLink(marks.mark(behind: node))
      put("</span>\n")
    }
  }

  private mutating func put(html: String, in place: HTMLSanitizer.Place, of node: Node) {
    putLink(marks.mark(behind: self.node))
    switch options.rawHTML {
    case .kept: put(html)
    case .sanitized:
      var sanitizer = sanitizer
      let passed = sanitizer.sanitize(html, in: place) { reference in
        switch reference {
        case .link(let address): self.address(ofLink: address, at: node.span)
        case .image(let address): self.address(ofImage: address, at: node.span)
        }
      }
      if sanitizer.takeDropped() { warnOfDropped(node.span) }
      self.sanitizer = sanitizer
      put(passed)
    }
  }

  private mutating func warnOfDropped(_ span: SourceSpan?) {
    body.diagnostics.append(
      Diagnostic(
        "raw-html",
        .warning,
        "some of this HTML is left out of the page",
        at: span,
        help: "write Markdown, or keep all HTML with '--allow-html'"
      )
    )
  }

  /// Whether the paragraph at hand stands in an item of a tight list.
  private func isInTightList(below ancestors: some BidirectionalCollection<Node.Kind>) -> Bool {
    guard case .list(let list)? = ancestors.dropLast().last else { return false }
    switch ancestors.last {
    case .item, .taskItem: return list.isTight
    default: return false
    }
  }

  private static func isContainer(_ kind: Node.Kind) -> Bool {
    switch kind {
    case .document, .blockQuote, .alert, .list, .item, .taskItem, .heading, .paragraph, .table,
      .tableRow, .tableCell, .footnoteDefinition, .emphasis, .strong, .strikethrough, .link:
      true
    case .codeBlock, .cell, .storedOutput, .storedFigure, .htmlBlock, .thematicBreak, .text,
      .softBreak,
      .lineBreak, .code, .htmlInline, .image, .math, .footnoteReference:
      false
    }
  }

  /// Adds what a node says to the text that is searched, and to the heading at hand.
  private mutating func collect(_ kind: Node.Kind) {
    let text: String
    switch kind {
    case .text(let content), .code(let content): text = content
    case .math(let math): text = math.tex
    case .softBreak, .lineBreak, .paragraph, .tableCell, .item, .taskItem: text = " "
    default: return
    }
    if heading != nil {
      heading?.text += text
    } else {
      body.sections[body.sections.count - 1].text += text
    }
  }

  /// What stands for a node in the description of an image.
  private func alternative(_ kind: Node.Kind) -> String {
    switch kind {
    case .text(let content), .code(let content): HTMLText.shown(content)
    case .math(let math): HTMLText.shown(math.tex)
    case .softBreak, .lineBreak: " "
    default: ""
    }
  }
}

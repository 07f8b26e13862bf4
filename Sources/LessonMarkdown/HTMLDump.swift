internal import Diagnostics
public import LessonModel

/// A lesson's tree as HTML, the way cmark renders it: what shows whether the tree is right.
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
      if !title.isEmpty { text += "\" title=\"" + Self.escaped(title) }
      text += "\" />"
      return
    }
    guard images == 0 else { return }
    switch node.kind {
    case .blockQuote:
      startLine()
      text += "</blockquote>\n"
    case .list(let list): text += list.start == nil ? "</ul>\n" : "</ol>\n"
    case .item: text += "</li>\n"
    case .heading(let level): text += "</h\(level)>\n"
    case .paragraph: if !isInTightList { text += "</p>\n" }
    case .emphasis: text += "</em>"
    case .strong: text += "</strong>"
    case .link: text += "</a>"
    case .document, .codeBlock, .cell, .storedOutput, .storedFigure, .htmlBlock, .thematicBreak,
      .text, .softBreak, .lineBreak, .code, .htmlInline, .image, .math:
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
    case .heading(let level): block("<h\(level)>")
    case .codeBlock(let info, let code): codeBlock(info, code)
    case .cell(let index):
      let cell = lesson.cells[index]
      codeBlock(lesson.file.text(in: cell.infoSpan), cell.code.text)
    case .storedOutput(let index):
      codeBlock("output", lesson.cells[index].storedOutput?.contents.text ?? "")
    case .storedFigure(let figure, _):
      if !isInTightList { block("<p>") }
      text += "<img src=\"" + Self.escapedAddress(figure.destination) + "\" alt=\""
      text += Self.escaped(figure.description) + "\" />"
      if !isInTightList { text += "</p>\n" }
    case .htmlBlock(let html):
      startLine()
      text += html
      startLine()
    case .thematicBreak: block("<hr />\n")
    case .paragraph: if !isInTightList { block("<p>") }
    case .text(let content): text += Self.escaped(content)
    case .softBreak: text += "\n"
    case .lineBreak: text += "<br />\n"
    case .code(let content): text += "<code>" + Self.escaped(content) + "</code>"
    case .htmlInline(let html): text += html
    case .emphasis: text += "<em>"
    case .strong: text += "<strong>"
    case .link(let destination, let title):
      text += "<a href=\"" + Self.escapedAddress(destination)
      if !title.isEmpty { text += "\" title=\"" + Self.escaped(title) }
      text += "\">"
    case .image(let destination, _):
      text += "<img src=\"" + Self.escapedAddress(destination) + "\" alt=\""
    case .math(let math):
      text += Self.escaped(node.span.map(lesson.file.text(in:)) ?? math.tex)
    }
  }

  private mutating func enterInImage(_ kind: Node.Kind) {
    switch kind {
    case .text(let content), .code(let content), .htmlInline(let content):
      text += Self.escaped(content)
    case .math(let math): text += Self.escaped(math.tex)
    case .softBreak, .lineBreak: text += " "
    case .document, .blockQuote, .list, .item, .codeBlock, .cell, .storedOutput, .storedFigure,
      .htmlBlock, .paragraph, .heading, .thematicBreak, .emphasis, .strong, .link, .image:
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
      ? "<pre><code>" : "<pre><code class=\"language-" + Self.escaped(String(language)) + "\">"
    text += Self.escaped(code) + "</code></pre>\n"
  }

  // MARK: - Escaping

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address for an attribute: what may not stand in one is percent-encoded.
  private static func escapedAddress(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "'"): result += "&#x27;".utf8
      case _ where isAddressByte(byte): result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-_.+!*(),%#@?=;:/,+$~".utf8.contains(byte)
    }
  }
}

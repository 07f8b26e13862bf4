/// Lets harmless HTML of an author through, tag by tag, and keeps the page's own structure whole.
///
/// Known tags pass with their known attributes; all others are left out, comments and scripts with what
/// they hold. A tag that is not closed where it was opened is closed at the end of its block, so that
/// no fragment can reach beyond it.
struct HTMLSanitizer {
  /// Whether something was left out that a reader would miss.
  private var hasDropped = false
  /// The open tags, with the depth of the block in which each was opened.
  private var open: [(name: String, depth: Int)] = []
  private var depth = 0

  /// More open tags than these are not let through.
  private static let mostOpen = 64

  /// The attributes that a tag may have, beside `title`, `lang` and `dir`.
  private static let attributes: [String: Set<String>] = [
    "a": ["href"], "img": ["src", "alt", "width", "height"], "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"], "ol": ["start"], "details": ["open"],
    "abbr": [], "b": [], "br": [], "caption": [], "cite": [], "code": [], "dd": [], "del": [],
    "dfn": [], "div": [], "dl": [], "dt": [], "em": [], "figcaption": [], "figure": [], "hr": [],
    "i": [], "ins": [], "kbd": [], "li": [], "mark": [], "p": [], "pre": [], "q": [], "s": [],
    "samp": [], "small": [], "span": [], "strong": [], "sub": [], "summary": [], "sup": [],
    "table": [], "tbody": [], "thead": [], "tr": [], "u": [], "ul": [], "var": [], "wbr": [],
  ]
  private static let everywhere: Set<String> = ["title", "lang", "dir"]
  private static let void: Set<String> = ["br", "hr", "img", "wbr"]
  /// Where a tag may stand that is of no use elsewhere.
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "dt": ["dl"], "dd": ["dl"], "tr": ["table", "thead", "tbody"],
    "td": ["tr"], "th": ["tr"], "thead": ["table"], "tbody": ["table"], "caption": ["table"],
    "summary": ["details"], "figcaption": ["figure"],
  ]
  /// The tags that may stand in a line of text.
  private static let phrasing: Set<String> = [
    "a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
  ]
  /// Tags that go with all they hold.
  private static let opaque: Set<String> = ["script", "style", "iframe", "object", "template"]

  /// Begins a block of the document.
  mutating func enterBlock() { depth += 1 }

  /// Ends a block; returns the closing tags of what is still open in it.
  mutating func exitBlock() -> String {
    var text = ""
    while let last = open.last, last.depth >= depth {
      text += "</\(last.name)>"
      open.removeLast()
    }
    depth -= 1
    return text
  }

  /// Reads a fragment of HTML.
  ///
  /// - Parameters:
  ///   - html: The fragment, as the author wrote it.
  ///   - place: Whether it stands between blocks or in a line of text.
  ///   - address: Returns the address that is to stand for the author's, or nil to leave it out.
  /// - Returns: What may stand on the page.
  mutating func sanitize(
    _ html: String,
    in place: Place,
    address: (HTMLTag.Reference) -> String?
  ) -> String {
    var scanner = HTMLTagScanner(html)
    var result = ""
    while let piece = scanner.next() {
      switch piece {
      case .text(let text): result += Self.entitiesKept(text)
      case .comment: break
      case .tag(let tag):
        if Self.opaque.contains(tag.name), !tag.isClosing { scanner.skip(to: tag.name) }
        result += passed(tag, in: place, address)
      }
    }
    return result
  }

  /// Returns whether something was left out since the last call.
  mutating func takeDropped() -> Bool {
    defer { hasDropped = false }
    return hasDropped
  }

  /// Where a fragment stands.
  enum Place {
    case block
    case line
  }

  private mutating func passed(
    _ tag: HTMLTag,
    in place: Place,
    _ address: (HTMLTag.Reference) -> String?
  ) -> String {
    guard let allowed = Self.attributes[tag.name],
      place == .block || Self.phrasing.contains(tag.name)
    else {
      // What closes was missed when it opened.
      if !tag.isClosing { hasDropped = true }
      return ""
    }
    if tag.isClosing { return closed(tag.name) }
    let isVoid = Self.void.contains(tag.name)
    let hasParent =
      Self.parents[tag.name].map { parents in open.last.map { parents.contains($0.name) } ?? false }
      ?? true
    guard hasParent, isVoid || open.count < Self.mostOpen else {
      hasDropped = true
      return ""
    }
    var text = "<" + tag.name
    for (name, value) in tag.attributes
    where allowed.contains(name) || Self.everywhere.contains(name) {
      var value = value
      if name == "href" || name == "src" {
        guard let checked = address(name == "src" ? .image(value) : .link(value)) else {
          hasDropped = true
          if tag.name == "img" { return "" }
          continue
        }
        value = checked
      }
      text += " \(name)=\"\(HTMLText.escaped(value))\""
    }
    if tag.name == "img", !tag.attributes.contains(where: { $0.name == "alt" }) {
      text += " alt=\"\""
    }
    if !isVoid { open.append((tag.name, depth)) }
    return text + ">"
  }

  private mutating func closed(_ name: String) -> String {
    guard let index = open.lastIndex(where: { $0.name == name }), open[index].depth == depth else {
      return ""
    }
    let text = open[index...].reversed().map { "</\($0.name)>" }.joined()
    open.removeSubrange(index...)
    return text
  }

  /// Text between tags: character references stay what they are.
  private static func entitiesKept(_ text: String) -> String {
    text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

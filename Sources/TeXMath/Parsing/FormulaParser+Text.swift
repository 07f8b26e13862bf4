extension FormulaParser {
  /// Reads the argument of `\text` and its kin.
  mutating func textArgument(_ font: MathFont?, _ name: String, _ token: Token) -> MathNode.Kind? {
    guard let open = take("{") else {
      guard case .character(let scalar) = peek().kind, scalar != "}" else {
        report(.missingArgument(name), token.range)
        return nil
      }
      take()
      return .text(String(Character(scalar)), font)
    }
    let nodes = nested(.group, at: open.range) { $0.textNodes(font) } ?? []
    closeGroup(open)
    if nodes.count == 1 { return nodes[0].kind }
    return .row(nodes)
  }

  private mutating func textNodes(_ font: MathFont?) -> [MathNode] {
    var nodes: [MathNode] = []
    var text = ""
    var start = peekAny().range.lowerBound
    func flush(_ end: Int) {
      if !text.isEmpty { nodes.append(MathNode(.text(text, font), start..<max(start, end))) }
      text = ""
    }
    while true {
      let token = peekAny()
      if text.isEmpty { start = token.range.lowerBound }
      switch token.kind {
      case .end, .character("}"):
        flush(lastEnd)
        return nodes
      case .space, .character("~"):
        take()
        text += "\u{A0}"
      case .character("{"):
        take()
        let inner = nested(.group, at: token.range) { $0.textNodes(font) } ?? []
        closeGroup(token)
        append(inner, to: &nodes, after: &text, font, start)
      case .character("$"), .command("("):
        flush(lastEnd)
        take()
        nodes.append(inlineMath(from: token))
      case .character(let scalar):
        take()
        text.unicodeScalars.append(scalar)
      case .command(let name):
        take()
        if let character = TextCharacters.commands[name] {
          text += character
        } else if let mark = TextCharacters.accents[name], case .character(let base)? = accented() {
          text.unicodeScalars.append(base)
          text += mark
        } else if case .text(let inner)? = CommandTable.command(named: name) {
          flush(lastEnd)
          if let kind = textArgument(inner ?? font, name, token) {
            nodes.append(MathNode(kind, token.range.lowerBound..<lastEnd))
          }
        } else {
          flush(lastEnd)
          if let node = command(name, token) { nodes.append(node) }
        }
      }
    }
  }

  /// Appends the pieces of a group within text; plain text joins what is before it.
  private func append(
    _ inner: [MathNode],
    to nodes: inout [MathNode],
    after text: inout String,
    _ font: MathFont?,
    _ start: Int
  ) {
    if inner.count == 1, case .text(let more, font) = inner[0].kind {
      text += more
      return
    }
    if !text.isEmpty { nodes.append(MathNode(.text(text, font), start..<max(start, lastEnd))) }
    text = ""
    nodes += inner
  }

  private mutating func inlineMath(from open: Token) -> MathNode {
    let nodes = nested(.dollar, at: open.range) { $0.row() } ?? []
    let close = peek()
    if close.isCharacter("$") || close.kind == .command(")") {
      take()
    } else {
      report(.strayDollar, open.range)
    }
    return MathNode(.style(.text, nodes), open.range.lowerBound..<lastEnd)
  }

  /// The letter that an accent of text stands over.
  private mutating func accented() -> Token.Kind? {
    let isBraced = take("{") != nil
    guard case .character = peek().kind else { return nil }
    let letter = take().kind
    if isBraced { _ = take("}") }
    return letter
  }
}

/// The commands that stand for characters of text.
private enum TextCharacters {
  static let commands: [String: String] = [
    " ": "\u{A0}", ",": "\u{2009}", ";": "\u{2005}\u{200A}", ":": "\u{2005}", "quad": "\u{2003}",
    "qquad": "\u{2003}\u{2003}", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "{": "{",
    "}": "}", "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–",
    "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textasciicircum": "^", "textasciitilde": "~", "textless": "<",
    "textgreater": ">", "textbar": "|", "textbackslash": "\\", "textunderscore": "_",
    "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "textdegree": "°", "ss": "ß",
    "ae": "æ", "oe": "œ", "o": "ø", "aa": "å", "i": "ı", "S": "§", "P": "¶", "copyright": "©",
    "!": "", "/": "", "-": "", "\\": " ", "newline": " ",
  ]

  static let accents: [String: String] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "c": "\u{327}",
    "r": "\u{30A}", "H": "\u{30B}",
  ]
}

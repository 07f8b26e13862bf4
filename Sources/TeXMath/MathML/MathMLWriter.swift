/// Writes a formula's tree as MathML.
///
/// The elements are those that KaTeX writes, which have become the common form, except where
/// KaTeX's are not valid: an `mo` or `mi` holds text alone here, and a number with an exponent is one `mn`.
struct MathMLWriter {
  var output: [UInt8] = []
  /// The style of the part being written; it decides where limits stand.
  var style: MathStyle
  /// Whether the part being written is a script (1), or a script of one (2).
  var scriptLevel = 0
  /// The font of letters, where one was chosen.
  var font: MathFont?
  /// The space around the name of a function that is written next.
  var nameSpace = NameSpace()
  /// Where the last `mtext` ended, and its font: the next one may go on in it.
  private var openText: (end: Int, font: MathFont?)?

  init(style: MathStyle) {
    self.style = style
    output.reserveCapacity(1024)
  }

  mutating func put(_ text: StaticString) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  /// Writes text of a lesson.
  mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "\""): put("&quot;")
      case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: put("\u{FFFD}")
      default: output.append(byte)
      }
    }
  }

  mutating func putNumber(_ value: Double) {
    let scaled = (value * 10000).rounded() / 10000
    escape(scaled == scaled.rounded() ? String(Int(scaled)) : String(scaled))
  }

  /// Writes an attribute that is a length in em.
  mutating func put(_ attribute: StaticString, em: Double) {
    put(" ")
    put(attribute)
    put("=\"")
    putNumber(em)
    put("em\"")
  }

  // MARK: - Rows

  mutating func whole(_ nodes: [MathNode], tag: MathNode?) {
    guard let tag else {
      if nodes.count == 1, case .table = nodes[0].kind {
        node(nodes[0])
      } else {
        put("<mrow>")
        children(nodes)
        put("</mrow>")
      }
      return
    }
    put("<mtable width=\"100%\"><mtr><mtd width=\"50%\"></mtd><mtd>")
    group(nodes)
    put("</mtd><mtd width=\"50%\"></mtd><mtd>")
    node(tag)
    put("</mtd></mtr></mtable>")
  }

  /// Writes nodes one after the other.
  mutating func children(_ nodes: [MathNode]) {
    var isOperandDue = false
    for (index, child) in nodes.enumerated() {
      if isOperandDue, case .symbol(let symbol) = child.kind, symbol.atomClass == .binary {
        sign(symbol.text)
      } else if child.isNamedFunction {
        nameSpace = NameSpace(
          before: index > 0 && nodes[index - 1].standsApart(fromName: .behindIt),
          behind: index + 1 < nodes.count && nodes[index + 1].standsApart(fromName: .beforeIt)
        )
        node(child)
        nameSpace = NameSpace()
      } else {
        node(child)
      }
      isOperandDue = child.precedesOperand
    }
  }

  /// Writes the sign of an operand: other than an operator between two, it has no space around it.
  private mutating func sign(_ text: String) {
    put("<mo form=\"prefix\">")
    escape(text)
    put("</mo>")
  }

  /// Writes nodes as one element.
  mutating func group(_ nodes: [MathNode]) {
    if nodes.count == 1 {
      single(nodes[0])
    } else {
      openText = nil
      put("<mrow>")
      children(nodes)
      put("</mrow>")
    }
  }

  /// Writes what braces hold alone.
  private mutating func single(_ child: MathNode) {
    if case .function(let function) = child.kind {
      self.function(function, isBase: true)
    } else {
      node(child, isAlone: true)
    }
  }

  /// Writes a node as one element that is apart from those around it.
  mutating func element(_ child: MathNode) {
    openText = nil
    if case .function(let function) = child.kind {
      self.function(function, isBase: true)
    } else {
      node(child)
    }
    openText = nil
  }

  // MARK: - Nodes

  /// Writes a node; braces that hold an operator alone (`isAlone`) take it its space.
  mutating func node(_ node: MathNode, isAlone: Bool = false) {
    switch node.kind {
    case .symbol(let symbol): self.symbol(symbol, isAlone: isAlone)
    case .number(let digits): number(digits)
    case .row(let nodes): group(nodes)
    case .text(let text, let font): self.text(text, font)
    case .scripts(let base, let below, let above): scripts(base, below, above)
    case .fraction(let fraction): self.fraction(fraction)
    case .root(let radicand, let degree): root(radicand, degree)
    case .fenced(let fence): self.fence(fence)
    case .middle(let delimiter):
      put("<mo fence=\"true\" lspace=\"0.05em\" rspace=\"0.05em\">")
      escape(delimiter)
      put("</mo>")
    case .sizedDelimiter(let delimiter): sized(delimiter)
    case .accent(let accent): self.accent(accent)
    case .stack(let base, let over, let under): stack(base, over, under)
    case .function(let function): self.function(function, isBase: false)
    case .font(let font, let nodes):
      let outer = self.font
      self.font = font
      if nodes.count == 1 { self.node(nodes[0]) } else { group(nodes) }
      self.font = outer
    case .style(let style, let nodes): styled(style, nodes)
    case .color(let color, let nodes): colored(color, nodes)
    case .enclosure(let enclosure, let nodes): enclosed(enclosure, nodes)
    case .padding(let padding, let nodes): padded(padding, nodes)
    case .space(let space): self.space(space)
    case .arrow(let arrow, let over, let under): self.arrow(arrow, over, under)
    case .table(let table): self.table(table)
    case .classed(let atomClass, let nodes): classed(atomClass, nodes)
    case .negation(let struck): negation(struck)
    case .rule(let rule): self.rule(rule)
    case .choice(let forms): choice(forms)
    case .lineBreak: put("<mspace linebreak=\"newline\"></mspace>")
    case .source(let source): text(source, nil)
    }
  }

  // MARK: - Tokens

  mutating func text(_ text: String, _ font: MathFont?) {
    if let openText, openText.end == output.count, openText.font == font {
      output.removeLast("</mtext>".utf8.count)
    } else {
      put("<mtext")
      if let font, font != .normal { textStyle(font) }
      put(">")
    }
    escape(text)
    put("</mtext>")
    openText = (output.count, font)
  }

  private mutating func textStyle(_ font: MathFont) {
    put(" mathvariant=\"")
    escape(font.rawValue)
    switch font {
    case .bold: put("\" style=\"font-weight:bold\"")
    case .italic: put("\" style=\"font-style:italic\"")
    case .sansSerif: put("\" style=\"font-family:sans-serif\"")
    case .monospace: put("\" style=\"font-family:monospace\"")
    case .normal, .boldItalic, .doubleStruck, .script, .fraktur: put("\"")
    }
  }

  private mutating func number(_ digits: String) {
    guard let font, font != .normal else {
      put("<mn>")
      escape(digits)
      put("</mn>")
      return
    }
    put("<mn mathvariant=\"")
    escape(font == .boldItalic ? MathFont.bold.rawValue : font.rawValue)
    put("\">")
    escape(MathAlphabet.styled(digits, in: font))
    put("</mn>")
  }

  private mutating func symbol(_ symbol: MathSymbol, isAlone: Bool) {
    switch symbol.atomClass {
    case .variable: letter(symbol.text, isUpright: false)
    case .ordinary where symbol.text == "′":
      put("<mo mathvariant=\"normal\"")
      if isAlone { put(" lspace=\"0em\" rspace=\"0em\"") }
      put(">′</mo>")
    case .ordinary where symbol.text == "⋮": verticalDots()
    case .ordinary: letter(symbol.text, isUpright: true)
    case .binary, .relation, .inner: operatorSign(symbol.text, "<mo", isAlone)
    case .punctuation: operatorSign(symbol.text, "<mo separator=\"true\"", isAlone)
    case .opening, .closing: operatorSign(symbol.text, "<mo stretchy=\"false\"", isAlone)
    }
  }

  /// Vertical dots, with the height that TeX adds above them.
  private mutating func verticalDots() {
    put("<mrow><mi mathvariant=\"normal\">⋮</mi><mpadded height=\"0em\" voffset=\"0em\">")
    put("<mspace width=\"0em\" height=\"1.5em\"></mspace></mpadded></mrow>")
  }

  private mutating func operatorSign(_ text: String, _ start: StaticString, _ isAlone: Bool) {
    put(start)
    if isAlone { put(" lspace=\"0em\" rspace=\"0em\"") }
    put(">")
    escape(text)
    put("</mo>")
  }

  private mutating func letter(_ text: String, isUpright: Bool) {
    guard let font else {
      put(isUpright ? "<mi mathvariant=\"normal\">" : "<mi>")
      escape(text)
      put("</mi>")
      return
    }
    switch font {
    case .italic: put("<mi>")
    case .normal:
      // Small Greek letters have no upright form in TeX.
      let isGreek = !isUpright && !text.utf8.allSatisfy { $0 < 0x80 }
      put(isGreek ? "<mi>" : "<mi mathvariant=\"normal\">")
    case .bold, .boldItalic, .doubleStruck, .script, .fraktur, .sansSerif, .monospace:
      put("<mi mathvariant=\"")
      escape(font == .boldItalic && isUpright ? MathFont.bold.rawValue : font.rawValue)
      put("\">")
    }
    escape(MathAlphabet.styled(text, in: font == .boldItalic && isUpright ? .bold : font))
    put("</mi>")
  }

  private mutating func space(_ space: MathSpace) {
    switch space {
    case .character(let text): self.text(text, nil)
    case .width(let em):
      put("<mspace")
      put("width", em: em)
      put("/>")
    }
  }

  /// A slash over a character that has no struck form of its own.
  private mutating func negation(_ struck: MathNode) {
    if case .symbol(let symbol) = struck.kind {
      node(MathNode(.symbol(MathSymbol(symbol.text + "\u{338}", symbol.atomClass)), struck.range))
    } else {
      put("<mrow><mo>\u{338}</mo>")
      element(struck)
      put("</mrow>")
    }
  }
}

extension MathNode {
  /// Whether an operand follows this node, so that an operator behind it is the operand's sign.
  fileprivate var precedesOperand: Bool {
    guard case .symbol(let symbol) = kind else { return false }
    switch symbol.atomClass {
    case .binary, .relation, .opening, .punctuation: return true
    case .variable, .ordinary, .closing, .inner: return false
    }
  }
}

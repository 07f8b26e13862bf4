extension MathMLWriter {
  // MARK: - Scripts and operators

  mutating func scripts(_ base: MathNode?, _ below: MathNode?, _ above: MathNode?) {
    let isStacked: Bool
    switch base?.kind {
    case .function(let function)?:
      isStacked =
        function.limits == .stacked || (function.limits == .movable && style == .display)
    case .accent(let accent)?: isStacked = accent.isBrace
    default: isStacked = false
    }
    let over = isStacked
    let space = nameSpace
    nameSpace = NameSpace()
    switch (below, above) {
    case (_?, _?): put(over ? "<munderover" : "<msubsup")
    case (_?, nil): put(over ? "<munder" : "<msub")
    case (nil, _): put(over ? "<mover" : "<msup")
    }
    put(space)
    put(">")
    if let base { element(base) } else { put("<mrow></mrow>") }
    scriptLevel += 1
    if let below { element(below) }
    if let above { element(above) }
    scriptLevel -= 1
    switch (below, above) {
    case (_?, _?): put(over ? "</munderover>" : "</msubsup>")
    case (_?, nil): put(over ? "</munder>" : "</msub>")
    case (nil, _): put(over ? "</mover>" : "</msup>")
    }
  }

  /// Writes the space around a function's name as margins of its element.
  private mutating func put(_ space: NameSpace) {
    switch (space.before, space.behind) {
    case (true, true): put(" style=\"margin:0 0.1667em\"")
    case (true, false): put(" style=\"margin-left:0.1667em\"")
    case (false, true): put(" style=\"margin-right:0.1667em\"")
    case (false, false): break
    }
  }

  /// Writes a name or a sign; as the base of scripts (`isBase`) it is one element.
  mutating func function(_ function: MathFunction, isBase: Bool) {
    switch function.form {
    case .sign:
      // In a line of text MathML moves limits aside, which `\limits` forbids.
      let isFixed = function.limits == .stacked && style != .display
      put(isFixed ? "<mo movablelimits=\"false\">" : "<mo>")
      escape(function.text)
      put("</mo>")
    case .made: group(function.body)
    case .name, .madeName:
      let space = nameSpace
      nameSpace = NameSpace()
      if isBase { put("<mrow>") }
      if let name = FunctionName.text(of: function) {
        put("<mi")
        if function.form == .madeName { put(" mathvariant=\"normal\"") }
        put(space)
        put(">")
        escape(name)
        put("</mi>")
      } else {
        let outer = font
        font = .normal
        group(function.body)
        font = outer
      }
      put("<mo>\u{2061}</mo>")
      if isBase { put("</mrow>") }
    }
  }

  // MARK: - Fractions, roots, fences

  mutating func fraction(_ fraction: MathFraction) {
    if let style = fraction.style {
      // `\dfrac` in display style and its kin say nothing new.
      guard style != self.style else {
        delimited(fraction)
        return
      }
      put(
        style == .display
          ? "<mstyle displaystyle=\"true\" scriptlevel=\"0\">"
          : "<mstyle displaystyle=\"false\" scriptlevel=\"0\">"
      )
      delimited(fraction)
      put("</mstyle>")
    } else {
      delimited(fraction)
    }
  }

  private mutating func delimited(_ fraction: MathFraction) {
    guard fraction.delimiters != nil else {
      bar(fraction)
      return
    }
    put("<mrow>")
    fenceSign(fraction.open)
    bar(fraction)
    fenceSign(fraction.close)
    put("</mrow>")
  }

  private mutating func bar(_ fraction: MathFraction) {
    put("<mfrac")
    switch fraction.line {
    case .plain: break
    case .none: put(" linethickness=\"0px\"")
    case .thick(let em): put("linethickness", em: em)
    }
    put(">")
    element(fraction.numerator)
    element(fraction.denominator)
    put("</mfrac>")
  }

  private mutating func fenceSign(_ text: String) {
    guard !text.isEmpty else { return }
    put("<mo fence=\"true\">")
    escape(text)
    put("</mo>")
  }

  mutating func root(_ radicand: MathNode, _ degree: MathNode?) {
    guard let degree else {
      put("<msqrt>")
      element(radicand)
      put("</msqrt>")
      return
    }
    put("<mroot>")
    element(radicand)
    element(degree)
    put("</mroot>")
  }

  mutating func fence(_ fence: MathFence) {
    put("<mrow>")
    fenceSign(fence.open)
    children(fence.body)
    fenceSign(fence.close)
    put("</mrow>")
  }

  mutating func sized(_ delimiter: SizedDelimiter) {
    let isFence = delimiter.atomClass == .opening || delimiter.atomClass == .closing
    put(isFence ? "<mo fence=\"true\"" : "<mo fence=\"false\"")
    let sizes: [StaticString] = ["1.2em", "1.8em", "2.4em", "3em"]
    let size = sizes[min(max(delimiter.size, 1), 4) - 1]
    put(" stretchy=\"true\" minsize=\"")
    put(size)
    put("\" maxsize=\"")
    put(size)
    put("\">")
    escape(delimiter.text)
    put("</mo>")
  }

  // MARK: - Over and under

  mutating func accent(_ accent: MathAccent) {
    let isOver = accent.position == .over
    switch (isOver, accent.isBrace) {
    case (true, false): put("<mover accent=\"true\">")
    case (true, true): put("<mover>")
    case (false, false): put("<munder accentunder=\"true\">")
    case (false, true): put("<munder>")
    }
    element(accent.base)
    put(accent.isStretchy ? "<mo stretchy=\"true\">" : "<mo>")
    escape(accent.mark)
    put("</mo>")
    put(isOver ? "</mover>" : "</munder>")
  }

  mutating func stack(_ base: MathNode, _ over: MathNode?, _ under: MathNode?) {
    put(over != nil ? "<mover>" : "<munder>")
    // Braces around an operator that carries something do not take it its space.
    if case .row(let nodes) = base.kind, nodes.count == 1 {
      element(nodes[0])
    } else {
      element(base)
    }
    if let script = over ?? under { element(script) }
    put(over != nil ? "</mover>" : "</munder>")
  }

  mutating func arrow(_ arrow: String, _ over: MathNode?, _ under: MathNode?) {
    put(under == nil ? "<mover>" : "<munderover>")
    put("<mo stretchy=\"true\" minsize=\"3.0em\">")
    escape(arrow)
    put("</mo>")
    if let under { label(under) }
    if let over { label(over) }
    put(under == nil ? "</mover>" : "</munderover>")
  }

  private mutating func label(_ node: MathNode) {
    put("<mpadded lspace=\"0.3em\" style=\"padding:0 0.3em\">")
    element(node)
    put("</mpadded>")
  }

  // MARK: - Styles and boxes

  mutating func styled(_ style: MathStyle, _ nodes: [MathNode]) {
    let outer = self.style
    self.style = style
    openStyle(style)
    children(nodes)
    put("</mstyle>")
    self.style = outer
  }

  mutating func openStyle(_ style: MathStyle) {
    switch style {
    case .display: put("<mstyle scriptlevel=\"0\" displaystyle=\"true\">")
    case .text: put("<mstyle scriptlevel=\"0\" displaystyle=\"false\">")
    case .script: put("<mstyle scriptlevel=\"1\" displaystyle=\"false\">")
    case .scriptscript: put("<mstyle scriptlevel=\"2\" displaystyle=\"false\">")
    }
  }

  mutating func colored(_ color: String, _ nodes: [MathNode]) {
    put("<mstyle mathcolor=\"")
    escape(color)
    put("\">")
    children(nodes)
    put("</mstyle>")
  }

  mutating func enclosed(_ enclosure: MathEnclosure, _ nodes: [MathNode]) {
    switch enclosure {
    case .box: put("<menclose notation=\"box\" style=\"border:1px solid;padding:0.2em\">")
    case .upwardStrike: strike("updiagonalstrike", "to top left")
    case .downwardStrike: strike("downdiagonalstrike", "to top right")
    case .crossedStrikes: strike("updiagonalstrike downdiagonalstrike", "to top left")
    case .horizontalStrike: strike("horizontalstrike", "to top")
    case .ground(let color):
      put("<mpadded style=\"padding:3pt;background:")
      escape(color)
      put("\" mathbackground=\"")
      escape(color)
      put("\">")
    case .frame(let frame, let ground):
      put("<mpadded style=\"padding:3pt;border:0.04em solid ")
      escape(frame)
      put("\" mathbackground=\"")
      escape(ground)
      put("\">")
    }
    if enclosure == .box { styled(.display, nodes) } else { group(nodes) }
    switch enclosure {
    case .ground, .frame: put("</mpadded>")
    case .box, .upwardStrike, .downwardStrike, .crossedStrikes, .horizontalStrike:
      put("</menclose>")
    }
  }

  private mutating func strike(_ notation: StaticString, _ direction: StaticString) {
    put("<menclose notation=\"")
    put(notation)
    put("\" style=\"background:linear-gradient(")
    put(direction)
    put(",transparent 47%,currentColor 47%,currentColor 53%,transparent 53%)\">")
  }

  mutating func padded(_ padding: MathPadding, _ nodes: [MathNode]) {
    switch padding {
    case .phantom:
      put("<mphantom>")
      children(nodes)
      put("</mphantom>")
      return
    case .horizontalPhantom: put("<mpadded height=\"0px\" depth=\"0px\"><mphantom>")
    case .verticalPhantom: put("<mpadded width=\"0px\"><mphantom>")
    case .smash: put("<mpadded height=\"0px\" depth=\"0px\">")
    case .leftOverlap: put("<mpadded lspace=\"-1width\" width=\"0px\">")
    case .rightOverlap: put("<mpadded width=\"0px\">")
    case .centredOverlap: put("<mpadded lspace=\"-0.5width\" width=\"0px\">")
    case .raised(let em):
      // MathML Core leaves out `voffset`; the style says the same.
      put("<mpadded")
      put("voffset", em: em)
      put(" style=\"position:relative;bottom:")
      putNumber(em)
      put("em\">")
    }
    children(nodes)
    switch padding {
    case .horizontalPhantom, .verticalPhantom: put("</mphantom></mpadded>")
    case .phantom, .smash, .leftOverlap, .rightOverlap, .centredOverlap, .raised: put("</mpadded>")
    }
  }

  /// Writes a rectangle in the color of the formula.
  mutating func rule(_ rule: MathRule) {
    put("<mpadded height=\"0em\"")
    put("voffset", em: rule.shift)
    put(" style=\"position:relative;bottom:")
    putNumber(rule.shift)
    put("em\"><mspace mathbackground=\"currentcolor\" style=\"background:currentcolor\"")
    put("width", em: rule.width)
    put("height", em: rule.height)
    put("></mspace></mpadded>")
  }

  /// Writes the form for the style of this place.
  mutating func choice(_ forms: [MathNode]) {
    let form = scriptLevel > 0 ? min(scriptLevel, 2) + 1 : style == .display ? 0 : 1
    guard forms.indices.contains(form) else { return }
    element(forms[form])
  }

  mutating func classed(_ atomClass: AtomClass, _ nodes: [MathNode]) {
    let symbol: MathSymbol
    switch nodes.count == 1 ? nodes[0].kind : nil {
    case .symbol(let known)?: symbol = known
    case .text(let text, nil)? where text.count == 1: symbol = MathSymbol(text, atomClass)
    default:
      group(nodes)
      return
    }
    switch atomClass {
    case .binary:
      put("<mo lspace=\"0.22em\" rspace=\"0.22em\">")
      escape(symbol.text)
      put("</mo>")
    case .variable, .ordinary: node(nodes[0])
    case .relation, .opening, .closing, .punctuation, .inner:
      node(MathNode(.symbol(MathSymbol(symbol.text, atomClass)), nodes[0].range))
    }
  }
}

/// The names of operators.
enum FunctionName {
  /// The name as plain text; nil where `\operatorname` holds more than text.
  static func text(of function: MathFunction) -> String? {
    if function.form == .name { return spaced[function.text] ?? function.text }
    var result = ""
    for node in function.body {
      switch node.kind {
      case .symbol(let symbol):
        result += symbol.text == "−" ? "-" : symbol.text == "∗" ? "*" : symbol.text
      case .number(let digits): result += digits
      case .text(let text, _): result += text
      case .space(.character(let text)): result += text
      case .space(.width): result += " "
      default: return nil
      }
    }
    return result
  }

  /// Names that TeX writes with a space.
  private static let spaced = ["limsup": "lim sup", "liminf": "lim inf"]
}

/// Writes a formula in one line of text.
struct LinearText {
  /// Whether the part is a script, which is set close.
  private var isScript = false
  private var font: MathFont?

  init() {}

  init(script: Bool) { isScript = script }

  func text(_ nodes: [MathNode]) -> String {
    let spaces = RowSpacing.spaces(before: nodes, isScript: isScript)
    var result = ""
    for (node, isApart) in zip(nodes, spaces) {
      if isApart, !result.hasSuffix(" ") { result += " " }
      result += text(node)
    }
    return result
  }

  func text(_ node: MathNode) -> String {
    switch node.kind {
    case .symbol(let symbol):
      return styled(symbol.text)
    case .number(let digits): return styled(digits)
    case .row(let nodes): return text(nodes)
    case .text(let text, _): return String(text.map { $0 == "\u{A0}" ? " " : $0 })
    case .scripts(let base, let below, let above): return scripts(base, below, above)
    case .fraction(let fraction): return self.fraction(fraction)
    case .root(let radicand, let degree): return root(radicand, degree)
    case .fenced(let fence): return fence.open + text(fence.body) + fence.close
    case .middle(let delimiter): return delimiter
    case .sizedDelimiter(let delimiter): return delimiter.text
    case .accent(let accent): return self.accent(accent)
    case .stack(let base, let over, let under):
      var result = text(base)
      if let under { result += script(under, sign: "_", ScriptCharacters.lowered) }
      if let over { result += script(over, sign: "^", ScriptCharacters.raised) }
      return result
    case .function(let function): return name(of: function)
    case .font(let font, let nodes):
      var inner = self
      inner.font = font
      return inner.text(nodes)
    case .style(_, let nodes), .color(_, let nodes), .enclosure(.box, let nodes),
      .enclosure(.ground, let nodes), .enclosure(.frame, let nodes):
      return text(nodes)
    case .enclosure(_, let nodes): return text(nodes).map { "\($0)\u{336}" }.joined()
    case .padding(let padding, let nodes):
      switch padding {
      case .phantom, .horizontalPhantom:
        return String(repeating: " ", count: text(nodes).count)
      case .verticalPhantom: return ""
      case .smash, .leftOverlap, .rightOverlap, .centredOverlap, .raised: return text(nodes)
      }
    case .space(let space): return self.space(space)
    case .arrow(let arrow, let over, let under):
      let labels = [over, under].compactMap { $0.map(text) }.filter { !$0.isEmpty }
      return labels.isEmpty ? arrow : "—\(labels.joined(separator: "; "))\(arrow)"
    case .table(let table): return self.table(table)
    case .classed(_, let nodes): return text(nodes)
    case .negation(let struck): return text(struck).map { "\($0)\u{338}" }.joined()
    case .rule(let rule): return String(repeating: "▬", count: rule.columns)
    case .choice(let forms):
      let form = isScript ? 2 : 1
      return forms.indices.contains(form) ? text(forms[form]) : ""
    case .lineBreak: return " "
    case .source(let source): return source
    }
  }

  // MARK: - Parts

  private func styled(_ text: String) -> String {
    switch font {
    case nil, .normal?, .italic?, .sansSerif?, .monospace?: text
    case .bold?, .boldItalic?, .doubleStruck?, .script?, .fraktur?:
      MathAlphabet.styled(text, in: font ?? .normal)
    }
  }

  func name(of function: MathFunction) -> String {
    switch function.form {
    case .sign: function.text
    case .name, .madeName: FunctionName.text(of: function) ?? text(function.body)
    case .made: text(function.body)
    }
  }

  private func scripts(_ base: MathNode?, _ below: MathNode?, _ above: MathNode?) -> String {
    var result = base.map(text) ?? ""
    if case .fraction? = base?.kind { result = "(\(result))" }
    if let below { result += script(below, sign: "_", ScriptCharacters.lowered) }
    if let above { result += script(above, sign: "^", ScriptCharacters.raised) }
    return result
  }

  /// A script as characters of its own, or behind a sign.
  func script(_ node: MathNode, sign: String, _ form: (String) -> String?) -> String {
    var inner = self
    inner.isScript = true
    let text = inner.text(node)
    if let characters = form(text) { return characters }
    if text.allSatisfy({ $0 == "′" }) { return text }
    return sign + (text.count == 1 || isBracketed(text) ? text : "(\(text))")
  }

  private func fraction(_ fraction: MathFraction) -> String {
    let numerator = text(fraction.numerator)
    let denominator = text(fraction.denominator)
    guard fraction.hasLine else {
      return fraction.delimiters == nil
        ? "(\(numerator) / \(denominator))"
        : "\(fraction.open)\(numerator) \(denominator)\(fraction.close)"
    }
    return "\(grouped(numerator))/\(grouped(denominator))"
  }

  private func root(_ radicand: MathNode, _ degree: MathNode?) -> String {
    let sign: String
    switch degree.map(text) {
    case nil, ""?: sign = "√"
    case "3"?: sign = "∛"
    case "4"?: sign = "∜"
    case let degree?: sign = (ScriptCharacters.raised(degree) ?? "(\(degree))") + "√"
    }
    return sign + grouped(text(radicand))
  }

  /// Text in brackets where it would not hold together.
  private func grouped(_ text: String) -> String {
    let holds = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "′" }
    return holds || isBracketed(text) ? text : "(\(text))"
  }

  private func isBracketed(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, "([{".contains(first), ")]}".contains(last)
    else { return false }
    var level = 0
    for (index, character) in text.enumerated() {
      if "([{".contains(character) { level += 1 }
      if ")]}".contains(character) { level -= 1 }
      if level == 0 { return index == text.count - 1 }
    }
    return false
  }

  private func accent(_ accent: MathAccent) -> String {
    let base = text(accent.base)
    if accent.isBrace { return base }
    let marked = base.map { CombiningMarks.combined(String($0), with: accent.name) }
    if base.count == 1 || accent.name == "overline" || accent.name == "underline" {
      let all = marked.compactMap { $0 }
      if all.count == marked.count { return all.joined() }
    }
    return "\(accent.name)\(isBracketed(base) ? base : "(\(base))")"
  }

  func space(_ space: MathSpace) -> String {
    switch space {
    case .character(let text):
      isScript || text.contains("\u{2063}") || text == "\u{200A}" ? "" : " "
    case .width(let em): String(repeating: " ", count: max(0, min(40, Int((em * 2).rounded()))))
    }
  }

  private func table(_ table: MathTable) -> String {
    let rows = table.rows.map { row in
      row.cells.map(text).joined(separator: table.family == .aligned ? " " : "  ")
    }
    return table.open + rows.joined(separator: "; ") + table.close
  }
}

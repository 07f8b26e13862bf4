/// Spaces, boxes and what else is measured, and characters by their codes.
extension FormulaParser {
  mutating func measuredSpace(isBraced: Bool, _ token: Token) -> MathNode.Kind? {
    if isBraced { _ = take("*") }
    let text = isBraced ? rawArgument() ?? "" : lengthTokens()
    guard let width = Length.em(text) else {
      report(.badLength(text), token.range.lowerBound..<lastEnd)
      return nil
    }
    return .space(MathSpace(em: width))
  }

  /// A length that stands without braces, such as `1em` or `-2mu`.
  mutating func lengthTokens() -> String {
    if peek().isCharacter("{") { return rawArgument() ?? "" }
    var text = ""
    if let sign = take("-") ?? take("+") { text += self.text(of: sign) }
    while case .character(let scalar) = peek().kind,
      ("0"..."9").contains(scalar) || scalar == "."
    {
      text.unicodeScalars.append(scalar)
      take()
    }
    for _ in 0..<2 {
      guard case .character(let scalar) = peek().kind, ("a"..."z").contains(scalar) else { break }
      text.unicodeScalars.append(scalar)
      take()
    }
    return text
  }

  // MARK: - Boxes

  /// `\raisebox{length}{text}`.
  mutating func raised(_ name: String, _ token: Token) -> MathNode.Kind? {
    let shift = Self.withinReach(length(rawArgument() ?? "", token) ?? 0)
    return textArgument(nil, name, token).map { text in
      let box = MathNode(text, token.range.upperBound..<max(token.range.upperBound, lastEnd))
      return .padding(.raised(em: shift), [MathNode(.style(.text, [box]), box.range)])
    }
  }

  /// `\rule[shift]{width}{height}`.
  mutating func rule(_ token: Token) -> MathNode.Kind? {
    let shift = Self.withinReach(rawBracket().flatMap { length($0, token) } ?? 0)
    guard let width = length(rawArgument() ?? "", token),
      let height = length(rawArgument() ?? "", token)
    else { return nil }
    return .rule(MathRule(width: max(0, width), height: max(0, height), shift: shift))
  }

  /// A shift that leaves what is shifted near its formula.
  private static func withinReach(_ em: Double) -> Double { min(max(em, -10), 10) }

  private mutating func length(_ text: String, _ token: Token) -> Double? {
    let em = Length.em(text)
    if em == nil {
      report(.badLength(text), token.range.lowerBound..<max(token.range.upperBound, lastEnd))
    }
    return em
  }

  /// The characters between square brackets, as they are; nil where no bracket stands next.
  mutating func rawBracket() -> String? {
    guard let open = take("[") else { return nil }
    return tokens(upTo: "]", from: open)?.map(text(of:)).joined()
  }

  // MARK: - Characters

  /// `\char"41`, `\char'101`, `\char65`, `` \char`A ``.
  mutating func characterCode(_ token: Token) -> MathNode.Kind? {
    var scalar: Unicode.Scalar?
    if take("`") != nil {
      switch peek().kind {
      case .character(let character): scalar = character
      case .command(let name) where name.unicodeScalars.count == 1:
        scalar = name.unicodeScalars.first
      case .command, .space, .end: break
      }
      if scalar != nil { take() }
    } else {
      let base = take("\"") != nil ? 16 : take("'") != nil ? 8 : 10
      scalar = number(inBase: base).flatMap(Unicode.Scalar.init)
    }
    // What controls a terminal or a page is no character to show.
    guard let scalar, !Self.isControl(scalar) else {
      report(.badCharacterCode, token.range.lowerBound..<max(token.range.upperBound, lastEnd))
      return nil
    }
    return .symbol(MathSymbol(String(Character(scalar)), .ordinary))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: true
    default: false
    }
  }

  /// The digits that stand next, as a number; nil for none, and for one beyond all of Unicode.
  private mutating func number(inBase base: Int) -> UInt32? {
    var result: UInt32?
    while case .character(let scalar) = peekAny().kind,
      let digit = Character(scalar).hexDigitValue, digit < base
    {
      take()
      result = min((result ?? 0) * UInt32(base) + UInt32(digit), 0x11_0000)
    }
    return result
  }

  /// `\verb|…|`, with any character around what is shown as it is.
  mutating func verbatim(_ token: Token) -> MathNode.Kind? {
    // Where a macro stands for the command, its text has been read as LaTeX already.
    guard pending.isEmpty, lookahead == nil, let found = tokenizer.verbatim() else {
      report(.unclosedVerbatim, token.range)
      return nil
    }
    lastEnd = found.range.upperBound
    return .text(found.text, .monospace)
  }
}

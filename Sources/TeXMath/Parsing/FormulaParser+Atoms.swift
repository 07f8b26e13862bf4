extension FormulaParser {
  /// Reads what scripts may be put to, of a number all digits or one; nil where nothing shows.
  mutating func atom(digits: DigitReading = .all) -> MathNode? {
    let token = take()
    switch token.kind {
    case .end, .space: return nil
    case .command(let name): return command(name, token)
    case .character("{"): return group(from: token)
    case .character("~"): return MathNode(.space(.character("\u{A0}")), token.range)
    case .character(let scalar):
      if ("0"..."9").contains(scalar) { return number(from: token, scalar, digits) }
      return character(scalar, token.range)
    }
  }

  /// How much of a number an atom takes.
  enum DigitReading { case one, all }

  private func character(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> MathNode {
    if scalar.isASCII || SymbolTable.isKnown(scalar) {
      return MathNode(.symbol(SymbolTable.character(scalar)), range)
    }
    return MathNode(.text(String(Character(scalar)), nil), range)
  }

  /// Digits and points up to something else; TeX ignores the space between them.
  private mutating func number(
    from first: Token,
    _ scalar: Unicode.Scalar,
    _ digits: DigitReading
  ) -> MathNode {
    var text = String(Character(scalar))
    while digits == .all, case .character(let next) = peek().kind,
      ("0"..."9").contains(next) || next == "."
    {
      text.unicodeScalars.append(next)
      take()
    }
    return MathNode(.number(text), first.range.lowerBound..<lastEnd)
  }

  /// Reads up to the brace that closes the one that was taken.
  mutating func group(from open: Token) -> MathNode {
    let nodes = nested(.group, at: open.range) { $0.row() } ?? []
    closeGroup(open)
    return MathNode(.row(nodes), open.range.lowerBound..<max(open.range.upperBound, lastEnd))
  }

  mutating func closeGroup(_ open: Token) {
    if take("}") == nil { report(.unclosedBrace, open.range) }
  }

  /// Reads a command's argument: a group, or one atom.
  mutating func argument(of name: String, at range: Range<Int>) -> MathNode {
    let token = peekExpanded()
    let isMissing: Bool
    switch token.kind {
    case .end, .character("}"), .character("&"), .character("^"), .character("_"), .character("$"):
      isMissing = true
    case .command("right"), .command("end"), .command("\\"): isMissing = true
    default: isMissing = false
    }
    guard !isMissing else {
      report(.missingArgument(name), range)
      return MathNode(.row([]), range.upperBound..<range.upperBound)
    }
    let node = nested(context, at: token.range) { parser -> MathNode? in
      parser.atom(digits: .one)
    }
    return (node ?? nil) ?? MathNode(.row([]), token.range)
  }

  /// Reads `[…]` where it stands next.
  mutating func optionalArgument() -> MathNode? {
    guard let open = take("[") else { return nil }
    let nodes = nested(.optional, at: open.range) { $0.row() } ?? []
    if take("]") == nil { report(.missingArgument("["), open.range) }
    return MathNode(.row(nodes), open.range.lowerBound..<lastEnd)
  }

  /// The delimiter behind `\left` and its kin.
  mutating func delimiter(of command: Token) -> String? {
    let token = peek()
    if let text = DelimiterTable.text(of: token) {
      take()
      return text
    }
    switch token.kind {
    case .end: report(.notADelimiter(""), command.range)
    case .command, .character, .space: report(.notADelimiter(text(of: token)), token.range)
    }
    return nil
  }

  /// The characters of a group, as they are; nil where no group stands next.
  mutating func rawArgument() -> String? {
    guard let open = take("{") else {
      guard case .character = peek().kind else { return nil }
      return text(of: take())
    }
    var result = ""
    var level = 0
    while true {
      let token = peekAny()
      if token.kind == .end {
        report(.unclosedBrace, open.range)
        return result
      }
      take()
      if token.isCharacter("{") { level += 1 }
      if token.isCharacter("}") {
        if level == 0 { return result }
        level -= 1
      }
      result += text(of: token)
    }
  }

  /// What was written for a token.
  func text(of token: Token) -> String {
    switch token.kind {
    case .command(let name): "\\" + name
    case .character(let scalar): String(Character(scalar))
    case .space: " "
    case .end: ""
    }
  }
}

/// Commands of the author's own.
extension FormulaParser {
  /// Reads a definition; what is wrong in it is reported, and defines nothing.
  mutating func definition(_ command: String, _ form: Definition, _ token: Token) {
    let isStarred = form != .plain && form != .alias && take("*") != nil
    let nameTokens = argumentTokens()?.filter { $0.kind != .space }
    guard let nameTokens, nameTokens.count == 1, case .command(let name) = nameTokens[0].kind,
      let macro = meaning(form, isStarred: isStarred)
    else {
      report(.badDefinition(command), token.range)
      return
    }
    macros[name] = macro
  }

  private mutating func meaning(_ form: Definition, isStarred: Bool) -> Macro? {
    switch form {
    case .newCommand:
      var macro = Macro(parameterCount: 0, body: [])
      if let count = bracketTokens() {
        guard count.count == 1, case .character(let scalar) = count[0].kind,
          ("0"..."9").contains(scalar)
        else { return nil }
        macro.parameterCount = Int(scalar.value) - 48
        macro.defaultArgument = macro.parameterCount > 0 ? bracketTokens() : nil
      }
      return withBody(macro)
    case .plain: return parameters().flatMap { withBody($0) }
    case .alias:
      if take("=") == nil, peek().kind == .end { return nil }
      return alias(take())
    case .mathOperator:
      guard peek().isCharacter("{"), let text = argumentTokens() else { return nil }
      let place = lastEnd..<lastEnd
      var body = [Token(kind: .command("operatorname"), range: place)]
      if isStarred { body.append(Token(kind: .character("*"), range: place)) }
      body.append(Token(kind: .character("{"), range: place))
      body += text
      body.append(Token(kind: .character("}"), range: place))
      return Macro(parameterCount: 0, body: body)
    }
  }

  /// The meaning that a token has now: a later change of its own is none of the alias.
  private func alias(_ token: Token) -> Macro {
    var macro = Macro(parameterCount: 0, body: [token])
    guard case .command(let name) = token.kind else { return macro }
    if let known = macros[name] { return known }
    if CommandTable.command(named: name) != nil { macro.original = name }
    return macro
  }

  /// The pieces that may stand behind one argument, to be looked for at each place.
  private static let longestDelimiter = 16

  /// The parameters of `\def`, `#1` to at most `#9` in their order, with what stands around them.
  private mutating func parameters() -> Macro? {
    var macro = Macro(parameterCount: 0, body: [])
    var delimiters: [[Token.Kind]] = [[]]
    while !peek().isCharacter("{") {
      let token = take()
      switch token.kind {
      case .end, .character("}"): return nil
      case .character("#"):
        guard case .character(let digit) = take().kind,
          Int(digit.value) == 49 + macro.parameterCount, digit <= "9"
        else { return nil }
        macro.parameterCount += 1
        delimiters.append([])
      case .character, .command, .space:
        guard delimiters[delimiters.count - 1].count < Self.longestDelimiter else { return nil }
        delimiters[delimiters.count - 1].append(token.kind)
      }
    }
    if delimiters.contains(where: { !$0.isEmpty }) { macro.delimiters = delimiters }
    return macro
  }

  private mutating func withBody(_ macro: Macro) -> Macro? {
    guard peek().isCharacter("{"), let body = argumentTokens() else { return nil }
    var macro = macro
    macro.body = body
    return macro
  }
}

extension FormulaParser {
  /// The next token that no macro stands for.
  mutating func peekExpanded() -> Token {
    while true {
      let token = peek()
      guard case .command(let name) = token.kind, let macro = macro(named: name) else {
        return token
      }
      take()
      expand(macro, name, token)
    }
  }

  private func macro(named name: String) -> Macro? {
    if let macro = macros[name] { return macro }
    guard case .macro(let text)? = CommandTable.command(named: name) else { return nil }
    return Self.macro(text)
  }

  /// Puts what a macro stands for in the place of its call.
  mutating func expand(_ macro: Macro, _ name: String, _ call: Token) {
    var arguments: [[Token]] = []
    for index in 0..<macro.parameterCount {
      if index == 0, let given = macro.defaultArgument {
        arguments.append(bracketTokens() ?? given)
      } else {
        guard let tokens = argumentTokens() else {
          report(.missingArgument(name), call.range)
          return
        }
        arguments.append(tokens)
      }
    }
    let tokens = macro.expanded(with: arguments, at: call.range.lowerBound..<lastEnd)
    expansions += max(1, tokens.count)
    guard expansions <= Self.expansionLimit else {
      abort(.tooManyExpansions(limit: Self.expansionLimit), at: call.range)
      return
    }
    putBack(tokens)
  }

  /// Reads LaTeX of our own as a macro; its arguments are those that it speaks of.
  static func macro(_ text: String) -> Macro {
    var tokenizer = Tokenizer(text)
    var body: [Token] = []
    var parameterCount = 0
    while true {
      let token = tokenizer.next()
      if token.kind == .end { break }
      if body.last?.isCharacter("#") == true, token.isCharacter("1") { parameterCount = 1 }
      body.append(token)
    }
    return Macro(parameterCount: parameterCount, defaultArgument: nil, body: body)
  }

  /// Reads `\newcommand{\name}[2][default]{body}`, or `\def\name#1{body}`.
  mutating func definition(_ command: String, isMacro: Bool, _ token: Token) {
    let nameTokens = argumentTokens()?.filter { $0.kind != .space }
    guard let nameTokens, nameTokens.count == 1, case .command(let name) = nameTokens[0].kind else {
      report(.badDefinition(command), token.range)
      return
    }
    var macro = Macro(parameterCount: 0, defaultArgument: nil, body: [])
    if isMacro {
      if let count = bracketTokens() {
        guard count.count == 1, case .character(let scalar) = count[0].kind,
          ("0"..."9").contains(scalar)
        else {
          report(.badDefinition(command), token.range)
          return
        }
        macro.parameterCount = Int(scalar.value) - 48
        macro.defaultArgument = macro.parameterCount > 0 ? bracketTokens() : nil
      }
    } else {
      while take("#") != nil {
        guard case .character = peek().kind else { break }
        take()
        macro.parameterCount += 1
      }
    }
    guard peek().isCharacter("{"), let body = argumentTokens() else {
      report(.badDefinition(command), token.range)
      return
    }
    macro.body = body
    macros[name] = macro
  }

  /// The tokens of a group, or one token; nil at the end.
  private mutating func argumentTokens() -> [Token]? {
    guard peek().isCharacter("{") else {
      if peek().kind == .end || peek().isCharacter("}") { return nil }
      return [take()]
    }
    let open = take()
    return tokens(upTo: "}", from: open)
  }

  private mutating func bracketTokens() -> [Token]? {
    guard let open = take("[") else { return nil }
    return tokens(upTo: "]", from: open)
  }

  private mutating func tokens(upTo close: Unicode.Scalar, from open: Token) -> [Token]? {
    var result: [Token] = []
    var level = 0
    while true {
      let token = peekAny()
      if token.kind == .end {
        report(.unclosedBrace, open.range)
        return nil
      }
      take()
      if level == 0, token.isCharacter(close) { return result }
      if token.isCharacter("{") { level += 1 }
      if token.isCharacter("}") { level -= 1 }
      result.append(token)
    }
  }
}

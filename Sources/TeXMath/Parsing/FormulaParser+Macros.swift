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
    guard let arguments = arguments(of: macro) else {
      report(.missingArgument(name), call.range)
      return
    }
    let tokens = macro.expanded(with: arguments, at: call.range.lowerBound..<lastEnd)
    expansions += max(1, tokens.count)
    guard expansions <= Self.expansionLimit else {
      abort(.tooManyExpansions(limit: Self.expansionLimit), at: call.range)
      return
    }
    putBack(tokens)
  }

  private mutating func arguments(of macro: Macro) -> [[Token]]? {
    var arguments: [[Token]] = []
    if let before = macro.delimiters.first, !take(all: before) { return nil }
    for index in 0..<macro.parameterCount {
      let argument: [Token]?
      if index == 0, let given = macro.defaultArgument {
        argument = bracketTokens() ?? given
      } else if index + 1 < macro.delimiters.count, !macro.delimiters[index + 1].isEmpty {
        argument = tokens(upTo: macro.delimiters[index + 1])
      } else {
        argument = argumentTokens()
      }
      guard let argument else { return nil }
      arguments.append(argument)
    }
    return arguments
  }

  private mutating func take(all kinds: [Token.Kind]) -> Bool {
    for kind in kinds {
      guard peek().kind == kind else { return false }
      take()
    }
    return true
  }

  /// Reads LaTeX of our own as a macro; its arguments are those that it speaks of.
  static func macro(_ text: String) -> Macro {
    var tokenizer = Tokenizer(text)
    var body: [Token] = []
    var parameterCount = 0
    while true {
      let token = tokenizer.next()
      if token.kind == .end { break }
      if body.last?.isCharacter("#") == true, case .character(let scalar) = token.kind {
        parameterCount = max(parameterCount, Int(scalar.value) - 48)
      }
      body.append(token)
    }
    return Macro(parameterCount: parameterCount, defaultArgument: nil, body: body)
  }

  /// The tokens of a group, or one token; nil at the end.
  mutating func argumentTokens() -> [Token]? {
    guard peek().isCharacter("{") else {
      if peek().kind == .end || peek().isCharacter("}") { return nil }
      return [take()]
    }
    let open = take()
    return tokens(upTo: "}", from: open)
  }

  mutating func bracketTokens() -> [Token]? {
    guard let open = take("[") else { return nil }
    return tokens(upTo: "]", from: open)
  }

  /// The tokens up to what closes what was opened, which is taken too; nil where it is never closed.
  mutating func tokens(upTo close: Unicode.Scalar, from open: Token) -> [Token]? {
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

  /// The tokens up to some that stand together outside of braces, which are taken too.
  ///
  /// A group that is all of them loses its braces, as an argument of TeX does.
  private mutating func tokens(upTo end: [Token.Kind]) -> [Token]? {
    var result: [Token] = []
    var level = 0
    while true {
      let token = peekAny()
      if token.kind == .end || level < 0 { return nil }
      take()
      result.append(token)
      if token.isCharacter("{") { level += 1 }
      if token.isCharacter("}") { level -= 1 }
      guard level == 0, result.count >= end.count,
        result.suffix(end.count).elementsEqual(end, by: { $0.kind == $1 })
      else { continue }
      result.removeLast(end.count)
      return Self.isOneGroup(result) ? Array(result.dropFirst().dropLast()) : result
    }
  }

  private static func isOneGroup(_ tokens: [Token]) -> Bool {
    guard tokens.count >= 2, tokens[0].isCharacter("{") else { return false }
    var level = 0
    for (index, token) in tokens.enumerated() {
      if token.isCharacter("{") { level += 1 }
      if token.isCharacter("}") { level -= 1 }
      if level == 0 { return index == tokens.count - 1 }
    }
    return false
  }
}

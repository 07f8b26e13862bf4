extension FormulaParser {
  /// Reads what stands behind a command; nil where nothing is to be shown.
  mutating func command(_ name: String, _ token: Token) -> MathNode? {
    if let macro = macros[name] {
      if let original = macro.original, let command = CommandTable.command(named: original) {
        return node(of: command, original, token)
      }
      expand(macro, name, token)
      return nil
    }
    guard let command = CommandTable.command(named: name) else {
      report(.unknownCommand(name), token.range)
      return MathNode(.source("\\" + name), token.range)
    }
    return node(of: command, name, token)
  }

  /// What a command of LaTeX stands for, with the arguments behind it.
  private mutating func node(of command: Command, _ name: String, _ token: Token) -> MathNode? {
    if case .symbol(let symbol) = command { return MathNode(.symbol(symbol), token.range) }
    guard let kind = construct(command, name, token) else { return nil }
    return MathNode(kind, token.range.lowerBound..<max(token.range.upperBound, lastEnd))
  }

  private mutating func construct(
    _ command: Command,
    _ name: String,
    _ token: Token
  ) -> MathNode.Kind? {
    func operand(_ parser: inout FormulaParser) -> MathNode {
      parser.argument(of: name, at: token.range)
    }
    switch command {
    case .symbol(let symbol): return .symbol(symbol)
    case .function(let function): return .function(function)
    case .space(let space): return .space(space)
    case .measuredSpace(let isBraced): return measuredSpace(isBraced: isBraced, token)
    case .fraction(let form):
      if name == "cfrac" { _ = optionalArgument() }
      let numerator = operand(&self)
      return .fraction(fraction(form, numerator, operand(&self)))
    case .generalFraction: return generalFraction(token)
    case .root:
      let degree = optionalArgument()
      return .root(operand(&self), degree: degree)
    case .accent(let mark, let isStretchy, let isBrace, let position):
      let base = operand(&self)
      return .accent(
        MathAccent(
          name: name,
          mark: mark,
          isStretchy: isStretchy,
          isBrace: isBrace,
          position: position,
          base: base
        )
      )
    case .font(let font): return .font(font, contents(of: operand(&self)))
    case .text(let font): return textArgument(font, name, token)
    case .size(let size, let atomClass):
      guard let text = delimiter(of: token) else { return nil }
      return .sizedDelimiter(SizedDelimiter(text: text, size: size, atomClass: atomClass))
    case .left: return fence(from: token)
    case .middle:
      guard isOpen(.fence) else {
        report(.strayFence(name), token.range)
        return nil
      }
      // As KaTeX has it, a bar that is written as such stays one.
      let isBar = peek().isCharacter("|")
      return delimiter(of: token).map { .middle(isBar ? "|" : $0) }
    case .right, .end: return nil
    case .begin: return environment(from: token)
    case .over:
      let over = operand(&self)
      return .stack(base: operand(&self), over: over, under: nil)
    case .under:
      let under = operand(&self)
      return .stack(base: operand(&self), over: nil, under: under)
    case .arrow(let arrow):
      let under = optionalArgument()
      return .arrow(arrow, over: operand(&self), under: under)
    case .classed(let atomClass): return .classed(atomClass, contents(of: operand(&self)))
    case .operatorName(let limits):
      let isStarred = take("*") != nil
      return .function(
        MathFunction(
          text: "",
          body: contents(of: operand(&self)),
          form: .madeName,
          limits: isStarred ? .movable : limits
        )
      )
    case .madeOperator:
      return .function(
        MathFunction(text: "", body: contents(of: operand(&self)), form: .made, limits: .beside)
      )
    case .limits:
      report(.misplacedLimits(name), token.range)
      return nil
    case .textColor:
      let color = color(of: token)
      let nodes = contents(of: operand(&self))
      return color.map { .color($0, nodes) } ?? .row(nodes)
    case .colorBox:
      let color = color(of: token) ?? "transparent"
      return textArgument(nil, name, token).map {
        .enclosure(.ground(color), [MathNode($0, token.range.lowerBound..<lastEnd)])
      }
    case .frameBox:
      let frame = color(of: token) ?? "currentcolor"
      let ground = color(of: token) ?? "transparent"
      return textArgument(nil, name, token).map {
        .enclosure(.frame(frame, ground: ground), [MathNode($0, token.range.lowerBound..<lastEnd)])
      }
    case .enclosure(let enclosure):
      if name == "fbox" {
        return textArgument(nil, name, token).map {
          .enclosure(enclosure, [MathNode($0, token.range.lowerBound..<lastEnd)])
        }
      }
      return .enclosure(enclosure, contents(of: operand(&self)))
    case .padding(let padding, let isText):
      if name == "smash" { _ = optionalArgument() }
      if isText {
        return textArgument(nil, name, token).map {
          .padding(padding, [MathNode($0, token.range.lowerBound..<lastEnd)])
        }
      }
      return .padding(padding, contents(of: operand(&self)))
    case .negation: return negation(token)
    case .substack: return substack(token)
    case .tag:
      let isStarred = take("*") != nil
      if let text = textArgument(nil, name, token) {
        setTag(MathNode(text, token.range.lowerBound..<lastEnd), isBare: isStarred)
      }
      return nil
    case .dots(let text): return .symbol(dots(text))
    case .verticalDots: return .symbol(MathSymbol("⋮", .ordinary))
    case .lineBreak:
      rowGap()
      return .lineBreak
    case .define(let form):
      definition(name, form, token)
      return nil
    case .characterCode: return characterCode(token)
    case .verbatim: return verbatim(token)
    case .raise: return raised(name, token)
    case .rule: return rule(token)
    case .choice: return .choice((0..<4).map { _ in operand(&self) })
    case .ignored(let arguments):
      for _ in 0..<arguments { _ = rawArgument() }
      return nil
    case .macro(let text):
      expand(Self.macro(text), name, token)
      return nil
    case .infixFraction, .infixLine, .fontSwitch, .style, .color:
      // `restOfRow` reads them; as an argument of its own such a command has nothing to act on.
      report(.missingArgument(name), token.range)
      return nil
    }
  }

  // MARK: - What acts on the rest of a row

  /// Reads a command that acts on all that follows in its group; nil for other tokens.
  mutating func restOfRow(_ token: Token, after nodes: [MathNode]) -> [MathNode]? {
    guard case .command(let name) = token.kind, macros[name] == nil,
      let command = CommandTable.command(named: name)
    else { return nil }
    let rest: (inout FormulaParser) -> [MathNode] = { parser in
      parser.nested(parser.context, at: token.range) { $0.row() } ?? []
    }
    let kind: MathNode.Kind
    switch command {
    case .fontSwitch(let font):
      take()
      kind = .font(font, rest(&self))
    case .style(let style):
      take()
      kind = .style(style, rest(&self))
    case .color:
      take()
      guard let color = color(of: token) else { return nodes + rest(&self) }
      kind = .color(color, rest(&self))
    case .infixFraction, .infixLine:
      take()
      var form = FractionForm()
      if case .infixFraction(let given) = command { form = given }
      if case .infixLine(let hasDelimiters, let given) = command {
        form = given
        if hasDelimiters {
          form.open = delimiter(of: token) ?? ""
          form.close = delimiter(of: token) ?? ""
        } else {
          form.line = line(thickness: lengthTokens(), token)
        }
      }
      let start = nodes.first?.range.lowerBound ?? token.range.lowerBound
      let numerator = MathNode(.row(nodes), start..<token.range.lowerBound)
      let below = rest(&self)
      let denominator = MathNode(
        .row(below),
        token.range.upperBound..<max(lastEnd, token.range.upperBound)
      )
      return [
        MathNode(.fraction(fraction(form, numerator, denominator)), start..<max(start, lastEnd))
      ]
    default: return nil
    }
    return nodes + [MathNode(kind, token.range.lowerBound..<max(token.range.upperBound, lastEnd))]
  }

  // MARK: - Parts

  /// The pieces of a group, or the one piece that an argument is.
  func contents(of node: MathNode) -> [MathNode] {
    if case .row(let nodes) = node.kind { return nodes }
    return [node]
  }

  private func fraction(
    _ form: FractionForm,
    _ numerator: MathNode,
    _ denominator: MathNode
  ) -> MathFraction {
    MathFraction(
      numerator: numerator,
      denominator: denominator,
      line: form.line,
      open: form.open,
      close: form.close,
      style: form.style
    )
  }

  /// `\genfrac{open}{close}{thickness}{style}{numerator}{denominator}`.
  private mutating func generalFraction(_ token: Token) -> MathNode.Kind {
    let open = rawArgument() ?? ""
    let close = rawArgument() ?? ""
    let thickness = rawArgument() ?? ""
    let styles: [String: MathStyle] = [
      "0": .display, "1": .text, "2": .script, "3": .scriptscript,
    ]
    let form = FractionForm(
      line: thickness.isEmpty ? .plain : line(thickness: thickness, token),
      open: open == "." ? "" : open.filter { $0 != "\\" },
      close: close == "." ? "" : close.filter { $0 != "\\" },
      style: styles[rawArgument() ?? ""]
    )
    let numerator = argument(of: "genfrac", at: token.range)
    return .fraction(fraction(form, numerator, argument(of: "genfrac", at: token.range)))
  }

  /// The line of a fraction, of a thickness as it is written.
  private mutating func line(thickness: String, _ token: Token) -> MathFraction.Line {
    guard let em = Length.em(thickness) else {
      report(.badLength(thickness), token.range.lowerBound..<max(token.range.upperBound, lastEnd))
      return .plain
    }
    return em > 0 ? .thick(em: em) : .none
  }

  private mutating func fence(from token: Token) -> MathNode.Kind {
    let open = delimiter(of: token) ?? ""
    let body = nested(.fence, at: token.range) { parser -> [MathNode] in parser.row() } ?? []
    var close = ""
    if peek().kind == .command("right") {
      let right = take()
      close = delimiter(of: right) ?? ""
    } else {
      report(.unclosedFence, token.range)
    }
    return .fenced(MathFence(open: open, close: close, body: body))
  }

  /// `\not` strikes out what follows; common pairs have a character of their own.
  private mutating func negation(_ token: Token) -> MathNode.Kind {
    let struck = argument(of: "not", at: token.range)
    if case .symbol(let symbol) = struck.kind, let text = SymbolTable.negated[symbol.text] {
      return .symbol(MathSymbol(text, symbol.atomClass))
    }
    return .negation(struck)
  }

  /// Dots, where none are said centred before an operator and on the line elsewhere.
  ///
  /// Before what closes a sequence TeX puts a thin space behind them.
  private mutating func dots(_ said: String?) -> MathSymbol {
    let next = peek()
    let symbol: MathSymbol?
    switch next.kind {
    case .character(let scalar): symbol = SymbolTable.character(scalar)
    case .command(let name):
      switch CommandTable.command(named: name) {
      case .symbol(let known)?: symbol = known
      case .function(let function)?:
        symbol = function.form == .sign ? MathSymbol(function.text, .binary) : nil
      case .right?, .size(_, .closing)?: symbol = MathSymbol(")", .closing)
      default: symbol = nil
      }
    case .space, .end: symbol = nil
    }
    let isBeforeOperator = symbol?.atomClass == .binary || symbol?.atomClass == .relation
    let text = said ?? (isBeforeOperator ? "⋯" : "…")
    let closes =
      symbol?.atomClass == .closing || symbol?.text == ";" || symbol?.text == "."
      || (said == "⋯" && symbol?.text == ",")
    if closes { putBack([Token(kind: .command(","), range: lastEnd..<lastEnd)]) }
    return MathSymbol(text, .inner)
  }
}

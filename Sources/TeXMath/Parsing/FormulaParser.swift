/// Reads LaTeX mathematics into a tree, reporting every problem and going on.
///
/// The parser descends only as deep as `depthLimit`, so that no input can exhaust the stack, here
/// or in what later walks the tree; and it stands for at most `expansionLimit` tokens of macros.
struct FormulaParser {
  /// The nesting that is understood; formulas of lecture notes stay below 20.
  static let depthLimit = 100
  /// More errors and more warnings than this are not reported: nobody reads them.
  static let mostProblems = 200
  /// The tokens that macros may stand for in one formula.
  static let expansionLimit = 20_000

  /// A construct that is open around the place being read.
  enum Context: Int, CaseIterable {
    case formula, group, fence, cell, optional, dollar, diagram
  }

  var tokenizer: Tokenizer
  /// Tokens that macros stand for and that are not read yet, the next one last.
  var pending: [Token] = []
  var lookahead: Token?
  /// The end of the last token that was taken.
  var lastEnd = 0
  var macros: [String: Macro]
  var problems: [FormulaProblem] = []
  var tag: MathNode?
  var depth = 0
  var expansions = 0
  var context = Context.formula
  /// How many constructs of each kind are open.
  var openCounts = [Int](repeating: 0, count: Context.allCases.count)
  private(set) var isAborted = false
  private let source: String

  init(_ source: String, macros: MacroSet) {
    self.source = source
    tokenizer = Tokenizer(source)
    self.macros = macros.macros
  }

  mutating func parse() -> Formula {
    var nodes = row()
    while !isAborted, peek().kind != .end {
      // What ended the row closes nothing.
      stray(take())
      nodes += row()
    }
    if isAborted {
      nodes = [MathNode(.source(source), 0..<tokenizer.bytes.count)]
    }
    return Formula(source: source, nodes: nodes, tag: tag, problems: problems)
  }

  /// Gives up the whole formula.
  mutating func abort(_ kind: FormulaProblem.Kind, at range: Range<Int>) {
    guard !isAborted else { return }
    isAborted = true
    problems.append(FormulaProblem(kind: kind, range: range))
    tokenizer.skipAll()
    pending = []
    lookahead = nil
  }

  mutating func report(_ kind: FormulaProblem.Kind, _ range: Range<Int>) {
    guard !isAborted else { return }
    let problem = FormulaProblem(kind: kind, range: range)
    let others = problems.count { $0.isError == problem.isError }
    guard others < Self.mostProblems else { return }
    problems.append(problem)
  }

  // MARK: - Tokens

  /// The next token that is no white space.
  mutating func peek() -> Token {
    while true {
      let token = peekAny()
      guard token.kind == .space else { return token }
      lookahead = nil
    }
  }

  /// The next token, white space included.
  mutating func peekAny() -> Token {
    if let lookahead { return lookahead }
    let token = pending.popLast() ?? tokenizer.next()
    lookahead = token
    return token
  }

  /// Takes the token that was looked at last.
  @discardableResult
  mutating func take() -> Token {
    let token = peekAny()
    lookahead = nil
    lastEnd = token.range.upperBound
    return token
  }

  /// Takes the next token where it is this character.
  mutating func take(_ scalar: Unicode.Scalar) -> Token? {
    guard peek().isCharacter(scalar) else { return nil }
    return take()
  }

  /// Puts tokens back, to be read next.
  mutating func putBack(_ tokens: [Token]) {
    if let lookahead { pending.append(lookahead) }
    lookahead = nil
    pending += tokens.reversed()
  }

  // MARK: - Nesting

  /// Reads something one level deeper; nil where that is too deep.
  mutating func nested<Result>(
    _ context: Context,
    at range: Range<Int>,
    _ body: (inout FormulaParser) -> Result
  ) -> Result? {
    guard depth < Self.depthLimit else {
      abort(.tooDeep(limit: Self.depthLimit), at: range)
      return nil
    }
    let outer = self.context
    self.context = context
    depth += 1
    openCounts[context.rawValue] += 1
    let result = body(&self)
    openCounts[context.rawValue] -= 1
    depth -= 1
    self.context = outer
    return result
  }

  func isOpen(_ context: Context) -> Bool { openCounts[context.rawValue] > 0 }

  // MARK: - Rows

  /// Reads up to what ends the construct that is open.
  mutating func row() -> [MathNode] {
    var nodes: [MathNode] = []
    while true {
      let token = peek()
      if endsRow(token) { return nodes }
      if let rest = restOfRow(token, after: nodes) { return rest }
      if let node = scripted() { nodes.append(node) }
    }
  }

  private func endsRow(_ token: Token) -> Bool {
    switch token.kind {
    case .end: true
    case .space: false
    case .character("}"): true
    case .character("]"): context == .optional
    case .character("&"): true
    case .character("$"): true
    case .character("@"): context == .diagram
    case .character: false
    case .command("right"), .command("end"): true
    case .command(")"): isOpen(.dollar)
    case .command("\\"), .command("cr"), .command("hline"), .command("hdashline"):
      context == .cell || context == .diagram
    case .command: false
    }
  }

  /// Reports a token that closes something that is not open.
  private mutating func stray(_ token: Token) {
    switch token.kind {
    case .character("}"): report(.strayBrace, token.range)
    case .character("&"): report(.misplacedAlignment, token.range)
    case .character("$"): report(.strayDollar, token.range)
    case .command("right"):
      report(.strayFence("right"), token.range)
      _ = delimiter(of: token)
    case .command("end"):
      let name = rawArgument() ?? ""
      report(.strayEnd(name), token.range.lowerBound..<lastEnd)
    case .command, .character, .space, .end: break
    }
  }

  // MARK: - Scripts

  /// Reads an atom with its scripts; nil where nothing is to be shown.
  mutating func scripted() -> MathNode? {
    let start = peek().range.lowerBound
    var base: MathNode?
    if !startsScript(peek()) {
      base = atom()
      if base == nil { return nil }
    }
    return scripts(of: base, from: start)
  }

  private func startsScript(_ token: Token) -> Bool {
    token.isCharacter("^") || token.isCharacter("_") || token.isCharacter("'")
  }

  private mutating func scripts(of first: MathNode?, from start: Int) -> MathNode? {
    var base = first
    var below: MathNode?
    var above: MathNode?
    while true {
      let token = peek()
      switch token.kind {
      case .character("^"):
        take()
        let script = argument(of: "^", at: token.range)
        if above != nil { report(.doubleScript("^"), token.range) }
        above = above ?? script
      case .character("_"):
        take()
        let script = argument(of: "_", at: token.range)
        if below != nil { report(.doubleScript("_"), token.range) }
        below = below ?? script
      case .character("'"):
        let primes = primes()
        if above != nil { report(.doubleScript("'"), token.range) }
        above = above ?? primes
      case .command(let name):
        guard case .limits(let limits)? = CommandTable.command(named: name) else {
          return assembled(base, below, above, from: start)
        }
        take()
        if case .function(var function) = base?.kind, let range = base?.range {
          function.limits = limits
          base = MathNode(.function(function), range)
        } else {
          report(.misplacedLimits(name), token.range)
        }
      case .character, .space, .end: return assembled(base, below, above, from: start)
      }
      if isAborted { return base }
    }
  }

  private func assembled(
    _ base: MathNode?,
    _ below: MathNode?,
    _ above: MathNode?,
    from start: Int
  ) -> MathNode? {
    guard below != nil || above != nil else { return base }
    return MathNode(
      .scripts(base: base, below: below, above: above),
      start..<max(start, lastEnd)
    )
  }

  /// Primes, and the exponent that may stand right behind them.
  private mutating func primes() -> MathNode {
    let start = peek().range.lowerBound
    var nodes: [MathNode] = []
    while let token = take("'") {
      nodes.append(MathNode(.symbol(MathSymbol("′", .ordinary)), token.range))
    }
    if let token = take("^") { nodes.append(argument(of: "^", at: token.range)) }
    return MathNode(.row(nodes), start..<lastEnd)
  }
}

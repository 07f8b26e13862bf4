/// Reads the nodes of a formula as an expression of numbers.
///
/// Whatever is not surely arithmetic gives nil: text and units, lists, sets, functions that are not
/// known, and notations with several meanings such as `2\frac{1}{2}`. To be silent is better than
/// to be wrong.
struct ExpressionReader {
  private let nodes: [MathNode]
  private var index = 0
  /// How many names of functions may still stand before one another, as in `\log\log x`.
  private var nameBudget = 8
  /// How many expressions this one may still have in one another: brackets nest without a bound.
  private let depthBudget: Int

  private init(_ nodes: [MathNode], depthBudget: Int) {
    self.nodes = nodes
    self.depthBudget = depthBudget
  }

  /// The expression that nodes mean as a whole.
  static func expression(_ nodes: [MathNode]) -> NumericExpression? {
    expression(nodes, depthBudget: 100)
  }

  /// The expression that a part means.
  private func part(_ nodes: [MathNode]) -> NumericExpression? {
    Self.expression(nodes, depthBudget: depthBudget - 1)
  }

  private static func expression(_ nodes: [MathNode], depthBudget: Int) -> NumericExpression? {
    guard depthBudget > 0 else { return nil }
    let shown = nodes.indices
      .filter { !isInvisible(nodes[$0]) || NumberScanner.groupsThousands(in: nodes, at: $0) }
      .map { nodes[$0] }
    guard !shown.isEmpty else { return nil }
    var reader = ExpressionReader(shown, depthBudget: depthBudget)
    let result = reader.sum()
    return reader.index == shown.count ? result : nil
  }

  /// Several expressions with commas between them.
  private func list(_ nodes: [MathNode]) -> [NumericExpression]? {
    let parts = nodes.split(omittingEmptySubsequences: false) { Self.symbol($0) == "," }
    let expressions = parts.map { part(Array($0)) }
    return expressions.allSatisfy { $0 != nil } ? expressions.compactMap { $0 } : nil
  }

  /// White space that says nothing; a wide space separates, and is no part of an expression.
  private static func isInvisible(_ node: MathNode) -> Bool {
    switch node.kind {
    case .space(.character): true
    case .space(.width(let em)): em < 0.5
    case .padding(.phantom, _), .padding(.horizontalPhantom, _), .padding(.verticalPhantom, _): true
    default: false
    }
  }

  static func symbol(_ node: MathNode?) -> String? {
    switch node?.kind {
    case .symbol(let symbol)?: symbol.text
    case .sizedDelimiter(let delimiter)?: delimiter.text
    default: nil
    }
  }

  private var next: MathNode? { index < nodes.count ? nodes[index] : nil }

  private mutating func take(_ text: String) -> Bool {
    guard Self.symbol(next) == text else { return false }
    index += 1
    return true
  }
}

// MARK: - Sums and products

extension ExpressionReader {
  private mutating func sum() -> NumericExpression? {
    var terms: [NumericExpression] = []
    repeat {
      var isNegative = false
      var signs = 0
      while Self.symbol(next) == "+" || Self.symbol(next) == "−" {
        if Self.symbol(next) == "−" { isNegative.toggle() }
        signs += 1
        index += 1
      }
      // `a - -b` has one sign more than it needs; more is no arithmetic.
      guard signs <= (terms.isEmpty ? 1 : 2), let term = product() else { return nil }
      terms.append(isNegative ? .negative(term) : term)
    } while Self.symbol(next) == "+" || Self.symbol(next) == "−"
    return terms.count == 1 ? terms[0] : .sum(terms)
  }

  private mutating func product() -> NumericExpression? {
    var factors: [NumericExpression] = []
    var isDivisor = false
    while true {
      guard let factor = factor(isDivisor ? .apart : .joined) else { return nil }
      factors.append(isDivisor ? .reciprocal(factor) : factor)
      switch Self.symbol(next) {
      case "×", "⋅", "∗", "·", "∙":
        index += 1
        isDivisor = false
        // A sign behind an operator belongs to its factor: `3 \cdot -2`.
        if take("−") { factors.append(.negative(.number(Self.one))) }
      case "/", "÷":
        index += 1
        isDivisor = true
      default:
        guard continuesProduct(afterDivisor: isDivisor) else {
          return factors.count == 1 ? factors[0] : .product(factors)
        }
        isDivisor = false
      }
    }
  }

  private static let one = WrittenNumber(
    decimal: DecimalNumber(isNegative: false, digits: [1], exponent: 0),
    isInteger: true,
    range: 0..<0
  )

  /// Whether the next node is a factor without an operator before it.
  ///
  /// `1/2x` means two things, `2 3` is a list, and `2\frac{1}{2}` a mixed number: none is read on.
  private func continuesProduct(afterDivisor: Bool) -> Bool {
    guard let next, !afterDivisor else { return false }
    switch next.kind {
    case .number: return false
    case .scripts(let base?, _, _):
      if case .number = base.kind { return false }
      return Self.isOperand(base)
    case .fraction:
      guard index > 0, case .number = nodes[index - 1].kind else { return true }
      return false
    default: return Self.isOperand(next)
    }
  }

  private static func isOperand(_ node: MathNode) -> Bool {
    switch node.kind {
    case .symbol(let symbol): symbol.atomClass == .variable || isOpening(node)
    case .sizedDelimiter: isOpening(node)
    case .row, .root, .fenced, .accent, .function, .font, .table, .fraction: true
    default: false
    }
  }
}

// MARK: - Factors

extension ExpressionReader {
  /// A number, a name, a bracket or a function, with its scripts and what stands behind it.
  private mutating func factor(_ scientific: NumberScanner.Scientific) -> NumericExpression? {
    guard var result = scripted(scientific) else { return nil }
    if take("!") {
      if Self.symbol(next) == "!" { return nil }
      result = .call(.factorial, [result])
    }
    return result
  }

  private mutating func scripted(_ scientific: NumberScanner.Scientific) -> NumericExpression? {
    guard let node = next else { return nil }
    if let found = NumberScanner.number(in: nodes, at: index, scientific) {
      index = found.end
      return .number(found.number)
    }
    if Self.isOpening(node) { return bracketed() }
    if Self.symbol(node) == "∣" || Self.symbol(node) == "|" { return magnitude() }
    index += 1
    if isAppliedLetter(node) { return nil }
    switch node.kind {
    case .scripts(let base?, let below, let above): return scripts(base, below, above)
    case .function(let function): return apply(function, below: nil, above: nil)
    default: return plain(node)
    }
  }

  /// Whether a node is a letter for a function with its argument behind it.
  private func isAppliedLetter(_ node: MathNode) -> Bool {
    var name = node
    if case .scripts(let base?, _, _) = node.kind { name = base }
    guard Self.functionLetters.contains(Self.symbol(name) ?? ""), let next else { return false }
    if case .fenced = next.kind { return true }
    return Self.symbol(next) == "("
  }

  /// What a node means by itself.
  private func plain(_ node: MathNode) -> NumericExpression? {
    switch node.kind {
    case .symbol(let symbol): return Self.name(symbol)
    case .number:
      return NumberScanner.number(in: [node], at: 0).map { .number($0.number) }
    case .row(let nodes), .style(_, let nodes), .color(_, let nodes), .enclosure(.box, let nodes),
      .padding(.smash, let nodes), .classed(.variable, let nodes), .classed(.ordinary, let nodes):
      return part(nodes)
    case .fraction(let fraction): return self.fraction(fraction)
    case .root(let radicand, let degree): return self.root(radicand, degree)
    case .fenced(let fence): return self.fenced(fence)
    case .accent(let accent) where accent.isBrace: return part([accent.base])
    case .accent, .font: return .variable(LinearText().text(node))
    case .table(let table): return matrix(table)
    default: return nil
    }
  }

  private static func name(_ symbol: MathSymbol) -> NumericExpression? {
    guard symbol.atomClass == .variable else { return nil }
    switch symbol.text {
    case "e": return .constant(.e)
    case "π": return .constant(.pi)
    default: return .variable(symbol.text)
    }
  }

  private func fraction(_ fraction: MathFraction) -> NumericExpression? {
    guard let above = part([fraction.numerator]),
      let below = part([fraction.denominator])
    else { return nil }
    if fraction.hasLine, fraction.delimiters == nil {
      return .product([above, .reciprocal(below)])
    }
    guard let delimiters = fraction.delimiters, delimiters == ("(", ")") else { return nil }
    return .call(.binomial, [above, below])
  }

  private func root(_ radicand: MathNode, _ degree: MathNode?) -> NumericExpression? {
    guard let radicand = part([radicand]) else { return nil }
    guard let degree else { return .call(.root, [radicand]) }
    return part([degree]).map { .call(.root, [radicand, $0]) }
  }

  private func fenced(_ fence: MathFence) -> NumericExpression? {
    switch (fence.open, fence.close) {
    case ("(", ")"), ("[", "]"), ("{", "}"): part(fence.body)
    case ("∣", "∣"), ("|", "|"): part(fence.body).map { .call(.abs, [$0]) }
    case ("⌊", "⌋"): part(fence.body).map { .call(.floor, [$0]) }
    case ("⌈", "⌉"): part(fence.body).map { .call(.ceil, [$0]) }
    default: nil
    }
  }

  private func matrix(_ table: MathTable) -> NumericExpression? {
    switch table.family {
    case .matrix, .small, .array: break
    case .cases, .aligned, .gathered, .equation, .diagram: return nil
    }
    switch (table.open, table.close) {
    case ("", ""), ("(", ")"), ("[", "]"): break
    default: return nil
    }
    let width = table.columnCount
    var rows: [[NumericExpression]] = []
    for row in table.rows where row.cells.count > 1 || !Self.isEmpty(row.cells[0]) {
      let cells = row.cells.map { part([$0]) }
      guard cells.count == width, cells.allSatisfy({ $0 != nil }) else { return nil }
      rows.append(cells.compactMap { $0 })
    }
    return rows.isEmpty ? nil : .matrix(rows)
  }

  private static func isEmpty(_ cell: MathNode) -> Bool {
    if case .row(let nodes) = cell.kind { nodes.isEmpty } else { false }
  }
}

// MARK: - Scripts

extension ExpressionReader {
  private mutating func scripts(
    _ base: MathNode,
    _ below: MathNode?,
    _ above: MathNode?
  ) -> NumericExpression? {
    switch base.kind {
    case .function(let function): return apply(function, below: below, above: above)
    case .accent(let accent) where accent.isBrace: return part([accent.base])
    case .number:
      // A number with a subscript is written in that base.
      guard below == nil else { return nil }
    case .symbol, .accent, .font:
      let label = above.flatMap { Self.isLabel($0) ? $0 : nil }
      guard below != nil || label != nil else { break }
      let name = MathNode(.scripts(base: base, below: below, above: label), base.range)
      return raised(
        .variable(LinearText().text(name)),
        to: label == nil ? above : nil
      )
    default:
      guard below == nil else { return nil }
    }
    return plain(base).flatMap { raised($0, to: above) }
  }

  /// Letters that stand for a function where a bracket follows: `\sigma(z)` is no product.
  private static let functionLetters: Set<String> = [
    "f", "g", "h", "p", "F", "G", "H", "P", "J", "L", "E", "N", "σ", "φ", "ϕ", "ψ", "Φ",
  ]

  /// Whether a superscript names rather than raises: `[L]`, `(i)`, `\{t\}`, `T`, a prime, a star.
  static func isLabel(_ script: MathNode) -> Bool {
    guard case .row(let nodes) = script.kind else {
      return ["∗", "⋆", "†", "+", "−"].contains(symbol(script))
    }
    guard let first = nodes.first else { return true }
    if nodes.count == 1 { return isLabel(first) || symbol(first) == "′" }
    return ["[", "(", "{", "⟨", "′"].contains(symbol(first))
  }

  private func raised(_ base: NumericExpression, to above: MathNode?) -> NumericExpression? {
    guard let above else { return base }
    let text = LinearText().text(above)
    if text == "T" || text == "⊤" { return .transpose(base) }
    guard !Self.isLabel(above) else { return nil }
    return part([above]).map { .power(base, $0) }
  }
}

// MARK: - Brackets

extension ExpressionReader {
  private static func isOpening(_ node: MathNode) -> Bool {
    ["(", "[", "{", "⌊", "⌈"].contains(symbol(node))
  }

  /// Reads from an opening bracket to its closing one, with the scripts that stand there.
  private mutating func bracketed() -> NumericExpression? {
    let open = Self.symbol(next) ?? ""
    guard let found = closing() else { return nil }
    let inside = Array(nodes[index + 1..<found.index])
    let script = found.script
    index = found.index + 1
    let fence = MathFence(open: open, close: found.text, body: inside)
    return self.fenced(fence).flatMap { raised($0, to: script) }
  }

  /// The bracket that closes the one at the index; nil where there is none, or too many in one another.
  private func closing() -> (index: Int, text: String, script: MathNode?)? {
    var level = 0
    for place in index..<nodes.count {
      var node = nodes[place]
      var script: MathNode?
      if case .scripts(let base?, nil, let above) = node.kind {
        node = base
        script = above
      }
      if Self.isOpening(node) { level += 1 }
      if level > depthBudget { return nil }
      guard let text = Self.symbol(node), [")", "]", "}", "⌋", "⌉"].contains(text) else { continue }
      level -= 1
      if level == 0 { return (place, text, script) }
    }
    return nil
  }

  /// Reads `|…|`; bars in bars have no beginning and no end.
  private mutating func magnitude() -> NumericExpression? {
    let bar = Self.symbol(next)
    let start = index + 1
    guard let end = nodes[start...].firstIndex(where: { Self.symbol($0) == bar }) else {
      return nil
    }
    index = end + 1
    return part(Array(nodes[start..<end])).map { .call(.abs, [$0]) }
  }
}

// MARK: - Functions

extension ExpressionReader {
  /// Applies a function to what stands behind its name.
  private mutating func apply(
    _ function: MathFunction,
    below: MathNode?,
    above: MathNode?
  ) -> NumericExpression? {
    if function.form == .sign {
      guard function.text == "∑" || function.text == "∏" else { return nil }
      return series(isProduct: function.text == "∏", below, above)
    }
    let name = LinearText().name(of: function)
    guard nameBudget > 0, let known = Self.functions[name] else { return nil }
    guard let arguments = arguments() else { return nil }
    var result: NumericExpression
    switch known {
    case .max, .min:
      guard below == nil else { return nil }
      result = .call(known, arguments)
    case .log:
      guard arguments.count == 1 else { return nil }
      if let below {
        guard let base = part([below]) else { return nil }
        result = .call(.logarithm, [arguments[0], base])
      } else {
        result = .call(.log, arguments)
      }
    default:
      guard arguments.count == 1, below == nil else { return nil }
      result = .call(known, arguments)
    }
    if let above {
      // `\sin^{-1}` is no power.
      guard let exponent = part([above]), exponent.writtenNumber?.isInteger == true,
        exponent.writtenNumber?.decimal.isNegative == false
      else { return nil }
      result = .power(result, exponent)
    }
    return result
  }

  private static let functions: [String: NumericExpression.Function] = [
    "exp": .exp, "ln": .ln, "log": .log, "sin": .sin, "cos": .cos, "tan": .tan,
    "arctan": .arctan, "sinh": .sinh, "cosh": .cosh, "tanh": .tanh, "max": .max, "min": .min,
    "ReLU": .relu, "relu": .relu,
  ]

  /// A reader of what is left, for what stands behind a name.
  private func remainder() -> ExpressionReader {
    var rest = ExpressionReader(Array(nodes[index...]), depthBudget: depthBudget)
    rest.nameBudget = nameBudget - 1
    return rest
  }

  /// What a function is applied to: a bracket, or factors without an operator between them.
  private mutating func arguments() -> [NumericExpression]? {
    guard let node = next else { return nil }
    if case .fenced(let fence) = node.kind {
      index += 1
      return fence.open == "(" || fence.open == "{" ? list(fence.body) : nil
    }
    if Self.symbol(node) == "(" || Self.symbol(node) == "{" {
      guard let found = closing(), found.script == nil else { return nil }
      let inside = Array(nodes[index + 1..<found.index])
      index = found.index + 1
      return list(inside)
    }
    var rest = remainder()
    var factors: [NumericExpression] = []
    repeat {
      guard let factor = rest.factor(.apart) else { return nil }
      factors.append(factor)
    } while rest.continuesProduct(afterDivisor: false)
    index += rest.index
    return [factors.count == 1 ? factors[0] : .product(factors)]
  }

  /// Reads the limits of a sum and its term, which reaches to the next `+` or `-`.
  private mutating func series(
    isProduct: Bool,
    _ below: MathNode?,
    _ above: MathNode?
  ) -> NumericExpression? {
    guard nameBudget > 0, let below, let above, case .row(let start) = below.kind,
      let sign = start.firstIndex(where: { Self.symbol($0) == "=" }),
      case .variable(let name)? = part(Array(start[..<sign])),
      let first = part(Array(start[(sign + 1)...])),
      let last = part([above])
    else { return nil }
    var rest = remainder()
    guard let body = rest.product() else { return nil }
    index += rest.index
    return .series(
      NumericExpression.Series(
        isProduct: isProduct,
        index: name,
        first: first,
        last: last,
        body: body
      )
    )
  }
}

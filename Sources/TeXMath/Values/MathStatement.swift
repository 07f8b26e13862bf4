/// A chain of sides with relation signs between them: `a = b \approx c`.
public struct MathStatement: Hashable, Sendable {
  /// What stands between two sides.
  public enum Relation: Hashable, Sendable {
    /// `=`.
    case equal
    /// `≈` and its kin.
    case approximate
    /// `→`.
    case becomes
    /// `:` or `∣`: what stands beside it is only a part of a side.
    case separator
    /// Any other, of which nothing is checked.
    case other
  }

  /// What stands beside a relation sign.
  public struct Side: Hashable, Sendable {
    /// The pieces from left to right.
    public var nodes: [MathNode]

    /// The place in the formula.
    public var range: Range<Int> {
      guard let first = nodes.first, let last = nodes.last else { return 0..<0 }
      return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    }

    /// What the side means, where it is surely an expression of numbers and variables.
    public var expression: NumericExpression? { ExpressionReader.expression(nodes) }

    /// What the side means, where it is surely an expression of numbers alone.
    public var closedExpression: NumericExpression? {
      // Most formulas name a variable at once; it saves time to look for one first.
      guard !namesVariable, let expression, expression.freeVariables.isEmpty else { return nil }
      return expression
    }

    private var namesVariable: Bool {
      var hasIndex = false
      let hasName = nodes.contains { node in
        var base = node
        if case .scripts(let inner?, _, _) = node.kind { base = inner }
        switch base.kind {
        case .symbol(let symbol):
          return symbol.atomClass == .variable && symbol.text != "e" && symbol.text != "π"
        case .accent(let accent): return !accent.isBrace
        case .function(let function):
          hasIndex = hasIndex || function.form == .sign
          return false
        default: return false
        }
      }
      return hasName && !hasIndex
    }
  }

  /// The sides from left to right, at least one; may be empty, as before `&= 2`.
  public var sides: [Side]
  /// The relation sign behind each side but the last.
  public var relations: [Relation]
}

extension Formula {
  /// The statements that the formula makes, in its order.
  ///
  /// Statements end at commas and semicolons outside brackets, at wide spaces, at words and at
  /// arrows of implication. The rows of an aligned environment are one chain where they begin with
  /// a relation sign.
  public var statements: [MathStatement] {
    var splitter = StatementSplitter()
    splitter.add(nodes)
    return splitter.finished()
  }
}

/// Cuts the nodes of a formula into statements.
private struct StatementSplitter {
  private var statements: [MathStatement] = []
  private var sides: [MathStatement.Side] = []
  private var relations: [MathStatement.Relation] = []
  private var side: [MathNode] = []
  /// The brackets that are open around the place being read.
  private var level = 0

  mutating func finished() -> [MathStatement] {
    // The point that ends a sentence with the formula.
    if case .symbol(let symbol)? = side.last?.kind, symbol.text == "." { side.removeLast() }
    endStatement()
    return statements
  }

  mutating func add(_ nodes: [MathNode]) {
    for (index, node) in nodes.enumerated() {
      add(node, groupsThousands: NumberScanner.groupsThousands(in: nodes, at: index))
    }
  }

  private mutating func add(_ node: MathNode, groupsThousands: Bool) {
    switch node.kind {
    case .style(_, let nodes), .color(_, let nodes), .enclosure(.box, let nodes),
      .enclosure(.ground, let nodes), .row(let nodes):
      // A group that holds a relation is set as part of the formula around it.
      if nodes.contains(where: Self.isRelation) { return add(nodes) }
    case .fenced(let fence) where fence.open.isEmpty && fence.close.isEmpty:
      return add(fence.body)
    case .table(let table) where Self.isAligned(table):
      return addRows(of: table)
    case .lineBreak: return endStatement()
    case .space(.width(let em)) where em >= 0.5: return endStatement()
    case .text where level == 0:
      // A word stays with the side before it, which is no arithmetic then: it may be a unit.
      side.append(node)
      return endStatement()
    default: break
    }
    if let symbol = Self.symbol(of: node) {
      if symbol.atomClass == .opening { level += 1 }
      if symbol.atomClass == .closing, symbol.text != "!", symbol.text != "?" {
        level = max(0, level - 1)
      }
    }
    if level == 0, let symbol = ExpressionReader.symbol(node) {
      if symbol == ";" || (symbol == "," && !groupsThousands) { return endStatement() }
      if Self.implications.contains(symbol) { return endStatement() }
    }
    if level == 0, Self.isRelation(node) {
      sides.append(MathStatement.Side(nodes: side))
      relations.append(Self.relation(node))
      side = []
    } else {
      side.append(node)
    }
  }

  private mutating func endStatement() {
    sides.append(MathStatement.Side(nodes: side))
    if sides.count > 1 || !side.isEmpty {
      statements.append(MathStatement(sides: sides, relations: relations))
    }
    sides = []
    relations = []
    side = []
    level = 0
  }

  private mutating func addRows(of table: MathTable) {
    for (index, row) in table.rows.enumerated() {
      let nodes = row.cells.flatMap { cell -> [MathNode] in
        if case .row(let nodes) = cell.kind { nodes } else { [cell] }
      }
      let goesOn = nodes.first.map(Self.isRelation) ?? false
      if index > 0, !goesOn { endStatement() }
      add(nodes)
    }
    endStatement()
  }

  // MARK: - Signs

  private static func isAligned(_ table: MathTable) -> Bool {
    switch table.family {
    case .aligned, .gathered, .equation: true
    case .matrix, .small, .cases, .array, .diagram: false
    }
  }

  private static func isRelation(_ node: MathNode) -> Bool {
    if case .row = node.kind { return false }
    if case .arrow = node.kind { return true }
    return node.isRelation
  }

  private static func symbol(of node: MathNode) -> MathSymbol? {
    switch node.kind {
    case .symbol(let symbol): symbol
    case .sizedDelimiter(let delimiter): MathSymbol(delimiter.text, delimiter.atomClass)
    case .scripts(let base?, _, _): symbol(of: base)
    default: nil
    }
  }

  private static let implications: Set<String> = [
    "⇒", "⟹", "⇔", "⟺", "⇐", "⟸", "∴", "∵",
  ]

  private static func relation(_ node: MathNode) -> MathStatement.Relation {
    guard case .symbol(let symbol) = node.kind else { return .other }
    switch symbol.text {
    case "=": return .equal
    case "≈", "≃", "≊", "≅": return .approximate
    case "→", "⟶": return .becomes
    case ":", "∣", "∥": return .separator
    default: return .other
    }
  }
}

extension Formula {
  /// The numbers that the formula writes, from left to right.
  ///
  /// Those that are part of a notation are not among them: in subscripts, in the limits of sums and
  /// their kin, in superscripts such as `[1]` and `(2)`, in text; the 2 and the 3 of the square and
  /// the cube of something named, as in `\sigma^2` and `(x - \mu)^2`; and the 1 of the reciprocal of
  /// a name, as in `\frac{1}{m}`.
  public var writtenNumbers: [WrittenNumber] { TeXMath.writtenNumbers(in: nodes) }
}

extension MathStatement.Side {
  /// The numbers that the side writes, from left to right; those aside that are part of a notation.
  public var writtenNumbers: [WrittenNumber] { TeXMath.writtenNumbers(in: nodes) }
}

private func writtenNumbers(in nodes: [MathNode]) -> [WrittenNumber] {
  var collector = NumberCollector()
  _ = collector.add(nodes)
  return collector.numbers
}

/// Gathers numbers, and leaves out those that are part of a notation.
private struct NumberCollector {
  private(set) var numbers: [WrittenNumber] = []

  /// Adds the numbers of a row, and returns whether a name stands in it.
  mutating func add(_ nodes: [MathNode]) -> Bool {
    var hasName = false
    // Whether a name stood before each bracket that is open.
    var outside: [Bool] = []
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      if var found = NumberScanner.number(in: nodes, at: index) {
        if index > 0, isSign(nodes, at: index - 1) {
          found.number.decimal.isNegative = true
          let sign = nodes[index - 1].range
          found.number.range = sign.lowerBound..<found.number.range.upperBound
        }
        numbers.append(found.number)
        index = found.end
        continue
      }
      index += 1
      switch bracket(of: node) {
      case .opening:
        outside.append(hasName)
        hasName = false
      case .closing:
        if case .scripts(_, _, let above?) = node.kind { add(exponent: above, isOfName: hasName) }
        hasName = (outside.popLast() ?? false) || hasName
      case nil:
        if add(node) { hasName = true }
      }
    }
    return outside.contains(true) || hasName
  }

  /// Adds the numbers of a node that is no number itself, and returns whether a name stands in it.
  private mutating func add(_ node: MathNode) -> Bool {
    switch node.kind {
    case .symbol(let symbol):
      // `e^5` states a value, as `2^5` does.
      return symbol.atomClass == .variable && symbol.text != "e"
    case .scripts(let base, _, let above):
      if case .function? = base?.kind { return false }
      let hasName = base.map { add([$0]) } ?? false
      if let above { add(exponent: above, isOfName: hasName) }
      return hasName
    case .fraction(let fraction):
      let before = numbers.count
      let isNameAbove = add([fraction.numerator])
      let ofNumerator = numbers.count
      let isNameBelow = add([fraction.denominator])
      if isNameBelow, numbers.count == ofNumerator, isOne(fraction.numerator) {
        numbers.removeSubrange(before...)
      }
      return isNameAbove || isNameBelow
    default:
      return shownParts(of: node).reduce(false) { add($1) || $0 }
    }
  }

  /// Adds the numbers of an exponent, if it neither labels nor makes a square or a cube of a name.
  private mutating func add(exponent: MathNode, isOfName: Bool) {
    if ExpressionReader.isLabel(exponent) { return }
    if isOfName, let digits = digits(of: exponent), digits == "2" || digits == "3" { return }
    _ = add([exponent])
  }

  private func isOne(_ node: MathNode) -> Bool { digits(of: node) == "1" }

  /// The digits of a node that is a number by itself.
  private func digits(of node: MathNode) -> String? {
    switch node.kind {
    case .number(let digits): digits
    case .row(let nodes) where nodes.count == 1: digits(of: nodes[0])
    default: nil
    }
  }

  private enum Bracket { case opening, closing }

  /// Which bracket a node is, with scripts or without.
  private func bracket(of node: MathNode) -> Bracket? {
    switch node.kind {
    case .scripts(let base?, _, _): return bracket(of: base)
    case .symbol(let symbol):
      switch symbol.atomClass {
      case .opening: return .opening
      case .closing: return symbol.text == "!" || symbol.text == "?" ? nil : .closing
      default: return nil
      }
    default: return nil
    }
  }
}

/// Whether a minus at an index has no operand before it.
private func isSign(_ nodes: [MathNode], at index: Int) -> Bool {
  guard ExpressionReader.symbol(nodes[index]) == "−" else { return false }
  guard index > 0 else { return true }
  guard case .symbol(let symbol) = nodes[index - 1].kind else { return nodes[index - 1].isRelation }
  switch symbol.atomClass {
  case .binary, .relation, .opening, .punctuation: return true
  case .variable, .ordinary, .closing, .inner: return false
  }
}

/// The rows inside a node in which numbers count.
private func shownParts(of node: MathNode) -> [[MathNode]] {
  switch node.kind {
  case .row(let nodes), .font(_, let nodes), .style(_, let nodes), .color(_, let nodes),
    .enclosure(_, let nodes), .classed(_, let nodes):
    return [nodes]
  case .padding(let padding, let nodes):
    switch padding {
    case .phantom, .horizontalPhantom, .verticalPhantom: return []
    case .smash, .leftOverlap, .rightOverlap, .centredOverlap, .raised: return [nodes]
    }
  case .root(let radicand, _): return [[radicand]]
  case .fenced(let fence): return [fence.body]
  case .accent(let accent): return [[accent.base]]
  case .stack(let base, _, _): return [[base]]
  case .negation(let struck): return [[struck]]
  case .table(let table): return table.rows.flatMap { $0.cells.map { [$0] } }
  case .symbol, .number, .text, .middle, .sizedDelimiter, .function, .space, .arrow, .lineBreak,
    .source, .scripts, .fraction, .rule, .choice:
    return []
  }
}

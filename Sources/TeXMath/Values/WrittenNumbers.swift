extension Formula {
  /// The numbers that the formula writes, from left to right.
  ///
  /// Those that name something are not among them: in subscripts, in the limits of sums and their
  /// kin, in superscripts such as `[1]` and `(2)`, and in text.
  public var writtenNumbers: [WrittenNumber] { TeXMath.writtenNumbers(in: nodes) }
}

extension MathStatement.Side {
  /// The numbers that the side writes, from left to right; those aside that name something.
  public var writtenNumbers: [WrittenNumber] { TeXMath.writtenNumbers(in: nodes) }
}

private func writtenNumbers(in nodes: [MathNode]) -> [WrittenNumber] {
  var result: [WrittenNumber] = []
  var index = 0
  while index < nodes.count {
    if var found = NumberScanner.number(in: nodes, at: index) {
      if index > 0, isSign(nodes, at: index - 1) {
        found.number.decimal.isNegative = true
        let sign = nodes[index - 1].range
        found.number.range = sign.lowerBound..<found.number.range.upperBound
      }
      result.append(found.number)
      index = found.end
    } else {
      for part in shownParts(of: nodes[index]) { result += writtenNumbers(in: part) }
      index += 1
    }
  }
  return result
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
    case .smash, .leftOverlap, .rightOverlap, .centredOverlap: return [nodes]
    }
  case .scripts(let base, _, let above):
    if case .function? = base?.kind { return [] }
    let exponent = above.flatMap { ExpressionReader.isLabel($0) ? nil : $0 }
    return [base, exponent].compactMap { $0.map { [$0] } }
  case .fraction(let fraction): return [[fraction.numerator], [fraction.denominator]]
  case .root(let radicand, _): return [[radicand]]
  case .fenced(let fence): return [fence.body]
  case .accent(let accent): return [[accent.base]]
  case .stack(let base, _, _): return [[base]]
  case .negation(let struck): return [[struck]]
  case .table(let table): return table.rows.flatMap { $0.cells.map { [$0] } }
  case .symbol, .number, .text, .middle, .sizedDelimiter, .function, .space, .arrow, .lineBreak,
    .source:
    return []
  }
}

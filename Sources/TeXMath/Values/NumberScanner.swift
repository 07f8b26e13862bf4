/// Reads numbers out of the nodes of a row.
enum NumberScanner {
  /// Whether `2 \times 10^3` is read as one number.
  enum Scientific { case joined, apart }

  /// Reads the number that begins at an index of a row, without its sign.
  ///
  /// Thousands may be grouped as in `1{,}000`, `1,000` and `1\,000`, digits may lack before the
  /// point, and percent, a power of ten and dots behind belong to the number. The point that ends a
  /// sentence does not.
  ///
  /// - Returns: the number and the index behind it; nil where none begins there.
  static func number(
    in nodes: [MathNode],
    at start: Int,
    _ scientific: Scientific = .joined
  ) -> (number: WrittenNumber, end: Int)? {
    var index = start
    var text = ""
    var range: Range<Int>
    if let point = pointWithoutDigits(in: nodes, at: index) {
      text = "."
      range = point
      index += 1
    } else {
      guard index < nodes.count else { return nil }
      range = nodes[index].range
    }
    guard case .number(let digits)? = node(nodes, index)?.kind else { return nil }
    text += digits
    range = range.lowerBound..<nodes[index].range.upperBound
    index += 1
    // `1,000,000`, but neither `1000,000` nor `0,123`.
    let mayBeGrouped = text.utf8.count <= 3 && !text.contains(".") && text.first != "0"
    while mayBeGrouped, !text.contains("."),
      let group = thousands(in: nodes, at: index, behind: range.upperBound)
    {
      text += group.digits
      range = range.lowerBound..<group.upperBound
      index = group.end
    }
    if text.last == "." {
      text.removeLast()
      range = range.lowerBound..<range.upperBound - 1
    }
    guard let decimal = DecimalNumber(unsigned: text) else { return nil }
    var number = WrittenNumber(
      decimal: decimal,
      isInteger: !text.contains("."),
      range: range
    )
    if !number.isInteger, isDots(node(nodes, index)) {
      number.goesOn = true
      index += 1
    }
    if let end = percentEnd(in: nodes, at: index) {
      number.scale(by: -2)
      index = end
    } else if scientific == .joined, let power = powerOfTen(in: nodes, at: index) {
      number.scale(by: power)
      index += 2
    }
    return (number, index)
  }

  /// Whether the node at an index stands between the thousands of a number.
  static func groupsThousands(in nodes: [MathNode], at index: Int) -> Bool {
    guard index > 0, case .number = nodes[index - 1].kind else { return false }
    return thousands(in: nodes, at: index, behind: nodes[index - 1].range.upperBound) != nil
  }

  private static func node(_ nodes: [MathNode], _ index: Int) -> MathNode? {
    nodes.indices.contains(index) ? nodes[index] : nil
  }

  /// The point of `.5`, right before digits and behind no others.
  private static func pointWithoutDigits(in nodes: [MathNode], at index: Int) -> Range<Int>? {
    guard case .symbol(let symbol)? = node(nodes, index)?.kind, symbol.text == ".",
      case .number? = node(nodes, index + 1)?.kind,
      nodes[index].range.upperBound == nodes[index + 1].range.lowerBound
    else { return nil }
    return nodes[index].range
  }

  /// Three digits behind a separator, all written close together.
  private static func thousands(
    in nodes: [MathNode],
    at index: Int,
    behind end: Int
  ) -> (digits: String, upperBound: Int, end: Int)? {
    guard let separator = node(nodes, index), isSeparator(separator),
      case .number(let digits)? = node(nodes, index + 1)?.kind,
      separator.range.lowerBound == end,
      nodes[index + 1].range.lowerBound == separator.range.upperBound,
      digits.prefix(while: { $0 != "." }).utf8.count == 3
    else { return nil }
    return (digits, nodes[index + 1].range.upperBound, index + 2)
  }

  private static func isSeparator(_ node: MathNode) -> Bool {
    switch node.kind {
    case .symbol(let symbol): symbol.text == ","
    case .row(let nodes): nodes.count == 1 && isSeparator(nodes[0])
    case .space(.character(let text)): text == "\u{2009}"
    default: false
    }
  }

  /// The index behind a sign of percent, which a narrow space may stand before; nil for none.
  private static func percentEnd(in nodes: [MathNode], at index: Int) -> Int? {
    var index = index
    if case .space(.character)? = node(nodes, index)?.kind { index += 1 }
    guard case .symbol(let symbol)? = node(nodes, index)?.kind, symbol.text == "%" else {
      return nil
    }
    return index + 1
  }

  private static func isDots(_ node: MathNode?) -> Bool {
    if case .symbol(let symbol)? = node?.kind {
      symbol.text == "…" || symbol.text == "⋯"
    } else {
      false
    }
  }

  /// The exponent of `\times 10^{-3}`.
  private static func powerOfTen(in nodes: [MathNode], at index: Int) -> Int? {
    guard case .symbol(let sign)? = node(nodes, index)?.kind, sign.text == "×" || sign.text == "⋅",
      let power = node(nodes, index + 1)
    else { return nil }
    return powerOfTen(power)
  }

  /// The exponent of `10^{-3}`.
  static func powerOfTen(_ node: MathNode) -> Int? {
    guard case .scripts(let base?, nil, let above?) = node.kind, case .number("10") = base.kind
    else { return nil }
    return integer(above)
  }

  private static func integer(_ node: MathNode) -> Int? {
    switch node.kind {
    case .number(let digits): return Int(digits).flatMap { $0 < 10_000 ? $0 : nil }
    case .row(let nodes):
      if nodes.count == 1 { return integer(nodes[0]) }
      guard nodes.count == 2, case .symbol(let sign) = nodes[0].kind, sign.text == "−" else {
        return nil
      }
      return integer(nodes[1]).map { -$0 }
    default: return nil
    }
  }
}

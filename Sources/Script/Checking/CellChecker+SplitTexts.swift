/// `text.split(…)` with a closure behind it that nothing but `count` is asked in: Swift takes the `split`
/// of all sequences there, which makes slices of characters, or finds two that fit.
extension CellChecker {
  /// The methods whose value holds elements, or of which Swift does not know which elements are meant.
  private static let keeping: Set<String> = [
    "map", "compactMap", "filter", "sorted", "max", "min", "first", "last", "prefix", "drop",
  ]

  /// Refuses a call that Swift gives the characters of the pieces.
  ///
  /// - Returns: Whether it did.
  func refusesSplit(
    _ base: ExpressionNode,
    _ pieces: Type,
    _ method: NameNode,
    _ arguments: [ArgumentNode]
  ) -> Bool {
    guard Self.keeping.contains(method.text), case .call(let callee, _) = base.kind,
      case .member(_?, let split) = callee.kind, split.text == "split",
      inference.zonk(pieces) == .array(.substring),
      arguments.contains(where: { argument in
        if case .closure(let closure) = argument.value.kind {
          closure.asksOnlyCounts
        } else {
          false
        }
      })
    else { return false }
    report(
      "ambiguous-split",
      "Swift does not take the pieces of this 'split' for texts, as only their 'count' is asked for",
      at: split.span,
      help: "give the pieces a name first: 'let words = text.split(…)'"
    )
    return true
  }
}

extension ClosureNode {
  /// Whether it is one expression that asks values for their `count`, and does nothing else with them.
  fileprivate var asksOnlyCounts: Bool {
    guard body.count == 1, case .expression(let value) = body[0].kind else { return false }
    let names = Set((parameters ?? []).map(\.name.text)).union(["$0", "$1"])
    let uses = value.uses(of: names)
    return uses.contains("count") && uses.allSatisfy { $0 == nil || $0 == "count" }
  }
}

extension ExpressionNode {
  /// What is done with values of some names: the member they are asked for; nil where one stands alone,
  /// and an empty text for anything else.
  fileprivate func uses(of names: Set<String>) -> [String?] {
    switch kind {
    case .member(let base?, let member):
      if case .name(let name, _) = base.kind, names.contains(name) { return [member.text] }
      return base.uses(of: names)
    case .name(let name, _): return names.contains(name) ? [nil] : []
    case .call(let callee, let arguments):
      let given = arguments.flatMap { $0.value.uses(of: names) }
      return callee.uses(of: names) + given.map { $0 ?? "" }
    case .infix(let left, _, let right):
      return (left.uses(of: names) + right.uses(of: names)).map { $0 ?? "" }
    case .string: return parts.flatMap { $0.uses(of: names) }.map { $0 ?? "" }
    default: return parts.flatMap { $0.uses(of: names) }
    }
  }
}

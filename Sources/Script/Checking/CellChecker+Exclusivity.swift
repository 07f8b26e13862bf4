import Diagnostics

/// Places that one call changes must lie apart.
extension CellChecker {
  /// Reports arguments of which one changes what another changes too.
  func checkExclusivity(of arguments: [TypedExpression]) {
    let changed = arguments.compactMap { argument in
      argument.changedPlace?.root.map { (root: $0, span: argument.span) }
    }
    for (index, first) in changed.enumerated() {
      let others = changed[(index + 1)...]
      guard others.contains(where: { overlap(first.root, $0.root) }) else { continue }
      let name = session.variables[first.root.variable.index].name
      report(
        "overlapping-access",
        "this call changes '\(name)' twice at once",
        at: first.span,
        help: "copy one of the two into a variable of its own"
      )
    }
  }

  /// Whether two places share something: parts of a variable that is no global are told apart.
  private func overlap(_ a: PlaceRoot, _ b: PlaceRoot) -> Bool {
    guard a.variable == b.variable else { return false }
    return session.variables[a.variable.index].isGlobal || zip(a.path, b.path).allSatisfy(==)
  }
}

/// The variable that a place is a part of, and the stored parts that lead towards it.
struct PlaceRoot {
  var variable: VariableID
  var path: [Int] = []
  /// Whether the path ends before the place does, at an element or at what functions read.
  var isCut = false
}

extension Place {
  /// The variable that it is a part of; nil where functions alone lead to it.
  fileprivate var root: PlaceRoot? {
    switch self {
    case .variable(let id, _): return PlaceRoot(variable: id)
    case .tupleElement(let base, let index, _):
      guard var root = base.root else { return nil }
      if !root.isCut { root.path.append(index) }
      return root
    case .unwrapped(let base, _, _), .element(let base, _, _, _), .entry(let base, _, _, _),
      .entryOrDefault(let base, _, _, _, _):
      return base.root?.cut
    case .computed(_, let base, _, _, _): return base?.root?.cut
    }
  }
}

extension PlaceRoot {
  fileprivate var cut: PlaceRoot {
    var root = self
    root.isCut = true
    return root
  }
}

/// Where the nodes of a row stand apart, by TeX's rules reduced to whole spaces.
enum RowSpacing {
  /// How a node is spaced.
  private enum Kind {
    case ordinary, binary, relation, opening, closing, punctuation, space
    /// A name such as `sin`.
    case function
    /// A sign such as `∑`.
    case sign
  }

  /// For each node whether a space stands before it; in scripts only words stand apart.
  static func spaces(before nodes: [MathNode], isScript: Bool) -> [Bool] {
    var result: [Bool] = []
    var previous: Kind?
    for node in nodes {
      let kind = kind(of: node)
      if kind == .binary, isSignPosition(after: previous) {
        // A sign stands close to what it is the sign of.
        result.append(!isScript && (previous == .relation || previous == .punctuation))
        previous = .opening
      } else {
        result.append(isApart(previous, kind, isScript: isScript))
        previous = kind
      }
    }
    return result
  }

  /// Whether an operator has no operand before it, and so is a sign.
  private static func isSignPosition(after previous: Kind?) -> Bool {
    switch previous {
    case nil, .relation?, .opening?, .punctuation?, .binary?, .function?, .sign?: true
    case .ordinary?, .closing?, .space?: false
    }
  }

  private static func isApart(_ left: Kind?, _ right: Kind, isScript: Bool) -> Bool {
    guard let left, left != .space, right != .space else { return false }
    if left == .function {
      return right != .opening && right != .punctuation && right != .closing
    }
    if left == .sign { return right != .punctuation && right != .closing }
    if right == .function || right == .sign { return left != .opening }
    if isScript { return false }
    switch (left, right) {
    case (.opening, _), (_, .closing), (_, .punctuation): return false
    case (.binary, _), (_, .binary), (.relation, _), (_, .relation), (.punctuation, _): return true
    default: return false
    }
  }

  private static func kind(of node: MathNode) -> Kind {
    switch node.kind {
    case .symbol(let symbol): return kind(of: symbol.atomClass)
    case .sizedDelimiter(let delimiter): return kind(of: delimiter.atomClass)
    case .classed(let atomClass, _): return kind(of: atomClass)
    case .middle, .arrow: return .relation
    case .space: return .space
    case .function(let function): return function.form == .sign ? .sign : .function
    case .scripts(let base?, _, _): return kind(of: base)
    case .stack(let base, _, _): return kind(of: base)
    case .negation(let struck): return kind(of: struck)
    case .row(let nodes), .font(_, let nodes), .color(_, let nodes):
      return nodes.count == 1 && nodes[0].isRelation ? .relation : .ordinary
    default: return .ordinary
    }
  }

  private static func kind(of atomClass: AtomClass) -> Kind {
    switch atomClass {
    case .variable, .ordinary, .inner: .ordinary
    case .binary: .binary
    case .relation: .relation
    case .opening: .opening
    case .closing: .closing
    case .punctuation: .punctuation
    }
  }
}

extension MathNode {
  /// Whether the node is a relation sign such as `=`, also with something over it.
  var isRelation: Bool {
    switch kind {
    case .symbol(let symbol): symbol.atomClass == .relation
    case .classed(let atomClass, _): atomClass == .relation
    case .stack(let base, _, _): base.isRelation
    case .negation(let struck): struck.isRelation
    case .row(let nodes): nodes.count == 1 && nodes[0].isRelation
    case .arrow: true
    default: false
    }
  }
}

/// Whether patterns cover every value of a type: the usefulness algorithm of Maranget, "Warnings for
/// pattern matching" (2007), section 3.
enum Exhaustiveness {
  /// Returns a row of values, one of each type, that no row of patterns matches; nil where there is
  /// none.
  static func missing(_ rows: [[TypedPattern]], of types: [Type]) -> [String]? {
    guard let type = types.first else { return rows.isEmpty ? [] : nil }
    let rest = Array(types.dropFirst())
    let isTold = rows.contains { !$0[0].takesAll }
    guard isTold, let constructors = Constructor.all(of: type) else {
      // Numbers and text have no end of values: only a pattern that takes all covers them.
      let others = rows.filter { $0[0].takesAll }.map { Array($0.dropFirst()) }
      return missing(others, of: rest).map { ["_"] + $0 }
    }
    for constructor in constructors {
      let specialized = rows.compactMap { row in
        constructor.arguments(of: row[0]).map { $0 + row.dropFirst() }
      }
      guard let witness = missing(specialized, of: constructor.types + rest) else { continue }
      let count = constructor.types.count
      return [constructor.text(Array(witness.prefix(count)))] + witness.dropFirst(count)
    }
    return nil
  }
}

/// A way to make a value of a type with finitely many of them.
private enum Constructor {
  case truth(Bool)
  case none(Type)
  case some(Type)
  case tuple([Type.TupleElement])
  case enumCase(DeclaredType, Int)

  static func all(of type: Type) -> [Constructor]? {
    switch type {
    case .nominal(.bool, _): return [.truth(true), .truth(false)]
    case .nominal(.optional, let arguments): return [.none(arguments[0]), .some(arguments[0])]
    case .nominal(.declared(let declaration), _) where declaration.kind == .enumeration:
      return declaration.cases.indices.map { .enumCase(declaration, $0) }
    case .tuple(let elements): return [.tuple(elements)]
    default: return nil
    }
  }

  /// The types of the parts.
  var types: [Type] {
    switch self {
    case .truth, .none: []
    case .some(let wrapped): [wrapped]
    case .tuple(let elements): elements.map(\.type)
    case .enumCase(let declaration, let index): declaration.cases[index].payload.map(\.type)
    }
  }

  /// The patterns of the parts, where a pattern matches such a value; nil where it may not.
  func arguments(of pattern: TypedPattern) -> [TypedPattern]? {
    if case .variable = pattern { return types.map { .wildcard($0) } }
    if case .wildcard = pattern { return types.map { .wildcard($0) } }
    switch (self, pattern) {
    case (.truth(let value), .test(let subject, _, let test)):
      return Self.tested(test, subject) == value ? [] : nil
    case (.none, .none): return []
    case (.some, .some(let inner)): return [inner]
    case (.tuple, .tuple(let parts)): return parts
    case (.enumCase(_, let index), .enumCase(_, let other, let parts)):
      return index == other ? parts : nil
    default: return nil
    }
  }

  /// The truth value that a test of a subject stands for.
  private static func tested(_ test: TypedExpression, _ subject: VariableID) -> Bool? {
    switch test.kind {
    case .variable(subject): true
    case .intrinsic(.not, let operands): tested(operands[0], subject).map { !$0 }
    default: nil
    }
  }

  func text(_ parts: [String]) -> String {
    switch self {
    case .truth(let value): return "\(value)"
    case .none: return ".none"
    case .some: return parts[0] == "_" ? ".some" : "\(parts[0])?"
    case .tuple: return "(\(parts.joined(separator: ", ")))"
    case .enumCase(let declaration, let index):
      let name = "." + declaration.cases[index].name
      guard parts.contains(where: { $0 != "_" }) else { return name }
      return "\(name)(\(parts.joined(separator: ", ")))"
    }
  }
}

extension TypedPattern {
  /// Whether it asks nothing of a value, and of no part of it.
  fileprivate var takesAll: Bool {
    switch self {
    case .variable, .wildcard: true
    case .tuple, .some, .none, .enumCase, .test, .error: false
    }
  }
}

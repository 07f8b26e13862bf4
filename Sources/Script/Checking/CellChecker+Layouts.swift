import Diagnostics

extension CellChecker {
  /// Finds how many registers values take, and the types that would contain themselves or take
  /// too many.
  func checkLayouts(_ open: [OpenType]) {
    let types = Dictionary(open.map { ($0.declaration, $0) }) { first, _ in first }
    for group in InPlaceGroups(of: open.map(\.declaration)).groups {
      for type in group.compactMap({ types[$0] }) {
        if group.count > 1 || type.declaration.holds(type.declaration) { reportRecursion(of: type) }
        setLayout(of: type)
      }
    }
  }

  /// Finds how many registers a type takes, once those that stand in it are known.
  func setLayout(of open: OpenType) {
    let type = open.declaration
    let sizes = type.partTypes.map { $0.size() }
    type.size = 1 + (type.kind == .structure ? sizes.reduce(0, +) : sizes.max() ?? 0)
    if type.size > Type.greatestSize {
      // Types around it are reported on their own, where they are too large without it.
      reportSize("a value of type '\(type.name)' has", at: open.node.name.span)
      forgetParts(of: type)
      type.size = 1
    }
    type.layout = type.ownLayout
  }

  private func reportRecursion(of open: OpenType) {
    report(
      "recursive-type",
      "a value of type '\(open.declaration.name)' would contain itself",
      at: open.node.name.span,
      help: open.declaration.kind == .structure
        ? "keep the inner values in an array" : "write 'indirect' before 'enum'"
    )
    forgetParts(of: open.declaration)
  }

  /// Makes what values hold invalid; the fields stay, as they may have been found by their numbers
  /// already.
  private func forgetParts(of type: DeclaredType) {
    for index in type.fields.indices {
      type.fields[index].type = .invalid
      type.fields[index].initialValue = type.fields[index].initialValue.map {
        TypedExpression(.tuple([]), .invalid, at: $0.span)
      }
    }
    for index in type.cases.indices { type.cases[index].payload = [] }
  }

  // MARK: - Sizes of types

  /// Whether a type is small enough to work with, as far as it is known; reports where it is not.
  func isSmall(_ type: Type, at span: SourceSpan) -> Bool {
    guard type.size(resolving: inference.resolve) > Type.greatestSize else { return true }
    reportSize("this type has", at: span)
    return false
  }

  private func reportSize(_ subject: String, at span: SourceSpan) {
    report(
      "too-large",
      "\(subject) more than \(Type.greatestSize) parts",
      at: span,
      help: "keep the parts in an array"
    )
  }
}

extension DeclaredType {
  /// The types of what a value holds in place: the stored properties, or each case's values.
  fileprivate var partTypes: [Type] {
    fields.map(\.type) + cases.filter { !$0.isIndirect }.map(\.payloadType)
  }

  /// The declared types that stand in a value in place.
  fileprivate var parts: [DeclaredType] { partTypes.flatMap(\.declarationsInPlace) }

  /// Whether a value holds one of a type in place, itself and not by way of a third type.
  fileprivate func holds(_ type: DeclaredType) -> Bool { parts.contains(type) }

  /// The registers of its parts, whose layouts are known.
  fileprivate var ownLayout: Layout {
    let nothing = Layout(words: 0, references: 0)
    switch kind {
    case .structure: return fields.reduce(nothing) { $0 + Layout(of: $1.type) }
    case .enumeration:
      let payload = cases.reduce(nothing) { Layout.overlay($0, $1.storedLayout) }
      return Layout(words: 1, references: 0) + payload
    }
  }
}

/// Types in groups, each of those that hold one another in place; inner ones first.
///
/// A group of several is a circle. Found in one walk, as the strongly connected components of a
/// graph are: R. Tarjan, "Depth-first search and linear graph algorithms", 1972.
private struct InPlaceGroups {
  private(set) var groups: [[DeclaredType]] = []
  /// The types that have been met, numbered as they were.
  private var numbers: [DeclaredType: Int] = [:]
  /// Those that have been met and are in no group yet.
  private var open: [DeclaredType] = []
  private var isOpen: Set<DeclaredType> = []

  /// Puts types into groups; others, of earlier blocks, are known already.
  init(of types: [DeclaredType]) {
    let wanted = Set(types)
    for type in types where numbers[type] == nil { _ = visit(type, wanted) }
  }

  /// Returns the least number of a type in the same group, as far as it can be seen from here.
  private mutating func visit(_ type: DeclaredType, _ wanted: Set<DeclaredType>) -> Int {
    let number = numbers.count
    var least = number
    numbers[type] = number
    let first = open.count
    open.append(type)
    isOpen.insert(type)
    for part in type.parts where wanted.contains(part) {
      if let met = numbers[part] {
        if isOpen.contains(part) { least = min(least, met) }
      } else {
        least = min(least, visit(part, wanted))
      }
    }
    if least == number {
      groups.append(Array(open[first...]))
      isOpen.subtract(open[first...])
      open.removeSubrange(first...)
    }
    return least
  }
}

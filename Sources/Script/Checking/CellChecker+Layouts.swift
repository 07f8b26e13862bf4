import Diagnostics

/// One pass over the types of a block, which finds how many registers their values take.
private struct LayoutPass {
  /// The types that it may report, with their names' places.
  let places: [DeclaredType: SourceSpan]
  var known: Set<DeclaredType> = []
}

extension CellChecker {
  /// Finds how many registers values take, and the types that would contain themselves or take
  /// too many.
  func checkLayouts(_ open: [OpenType]) {
    for type in open where containsItself(type.declaration) {
      let isStructure = type.declaration.kind == .structure
      report(
        "recursive-type",
        "a value of type '\(type.declaration.name)' would contain itself",
        at: type.node.name.span,
        help: isStructure
          ? "keep the inner values in an array" : "write 'indirect' before 'enum'"
      )
      forgetParts(of: type.declaration)
    }
    let places = open.map { ($0.declaration, $0.node.name.span) }
    var pass = LayoutPass(places: Dictionary(places) { first, _ in first })
    for type in open { setLayout(of: type.declaration, &pass) }
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

  /// Whether a value would be among its own parts.
  private func containsItself(_ type: DeclaredType) -> Bool {
    var seen: Set<DeclaredType> = []
    return contains(type, in: type, &seen)
  }

  /// Whether a type is among the parts of another; those that have been looked into are `seen`.
  private func contains(
    _ wanted: DeclaredType,
    in type: DeclaredType,
    _ seen: inout Set<DeclaredType>
  ) -> Bool {
    guard seen.insert(type).inserted else { return false }
    let parts = type.partTypes.flatMap(\.declarationsInPlace)
    return parts.contains { $0 == wanted || contains(wanted, in: $0, &seen) }
  }

  /// Finds how many registers a type takes, after those that stand in it.
  private func setLayout(of type: DeclaredType, _ pass: inout LayoutPass) {
    guard pass.known.insert(type).inserted else { return }
    for inner in type.partTypes.flatMap(\.declarationsInPlace) { setLayout(of: inner, &pass) }
    let sizes = type.partTypes.map { $0.size() }
    type.size = 1 + (type.kind == .structure ? sizes.reduce(0, +) : sizes.max() ?? 0)
    if type.size > Type.greatestSize {
      // Types around it are reported on their own, where they are too large without it.
      type.size = Type.greatestSize + 1
      if let place = pass.places[type] {
        reportSize("a value of type '\(type.name)' has", at: place)
        forgetParts(of: type)
        type.size = 1
      }
    }
    type.layout = type.size > Type.greatestSize ? Layout(words: 0, references: 0) : type.ownLayout
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

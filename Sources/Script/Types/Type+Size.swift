extension Type {
  /// Larger types are refused: a tuple of two of the last doubles with every line.
  static let greatestSize = 1_024

  /// How many types it is made of, with those of what its values hold in place.
  ///
  /// - Parameters:
  ///   - isInPlace: Whether the value is where it is used, not behind a reference.
  ///   - resolve: Says what a type variable stands for.
  /// - Returns: At least 1.
  func size(isInPlace: Bool = true, resolving resolve: (Type) -> Type = { $0 }) -> Int {
    switch resolve(self) {
    case .nominal(.declared(let declaration), _): isInPlace ? declaration.size : 1
    case .nominal(let nominal, let arguments):
      arguments.reduce(1) {
        $0 + $1.size(isInPlace: isInPlace && nominal.holdsArguments, resolving: resolve)
      }
    case .tuple(let elements):
      elements.reduce(1) { $0 + $1.type.size(isInPlace: isInPlace, resolving: resolve) }
    case .function(let parameters, let result, _):
      (parameters + [result]).reduce(1) { $0 + $1.size(isInPlace: false, resolving: resolve) }
    case .inout(let type): type.size(isInPlace: isInPlace, resolving: resolve)
    case .element(let sequence): sequence.size(isInPlace: false, resolving: resolve)
    case .variable, .parameter, .invalid: 1
    }
  }

  /// The declared types that stand in a value itself, not behind a reference.
  var declarationsInPlace: [DeclaredType] {
    switch self {
    case .nominal(.declared(let declaration), _): [declaration]
    case .nominal(let nominal, let arguments) where nominal.holdsArguments:
      arguments.flatMap(\.declarationsInPlace)
    case .tuple(let elements): elements.flatMap(\.type.declarationsInPlace)
    default: []
    }
  }
}

extension Nominal {
  /// Whether values of the type arguments stand in the value itself.
  fileprivate var holdsArguments: Bool { self == .optional || isRange }
}

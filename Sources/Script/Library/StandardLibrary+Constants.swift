import Diagnostics

/// Static properties that are always the same value.
extension StandardLibrary {
  static let constants: [(owner: String, signature: String, value: TypedExpression)] =
    bitWidths + LibraryEnumeration.allCases.flatMap(cases)

  private static let bitWidths: [(owner: String, signature: String, value: TypedExpression)] =
    ([("Int", Int.bitWidth)] + IntegerType.allCases.map { ($0.rawValue, $0.bitWidth) }).map {
      ($0.0, "static var bitWidth: Int", constant($0.1, .int))
    }

  private static func cases(
    of enumeration: LibraryEnumeration
  ) -> [(owner: String, signature: String, value: TypedExpression)] {
    let name = enumeration.rawValue
    return enumeration.cases.enumerated().map { index, enumCase in
      let value = constant(index, .nominal(.enumeration(enumeration), []))
      return (name, "static var \(enumCase): \(name)", value)
    }
  }

  private static func constant(_ value: Int, _ type: Type) -> TypedExpression {
    TypedExpression(.integer(value), type, at: SourceSpan(0, 0))
  }
}

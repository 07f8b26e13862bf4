extension Nominal {
  /// Finds the type of the elements of a sequence of this type.
  ///
  /// - Parameters:
  ///   - arguments: Its generic arguments.
  ///   - elementType: Finds the elements of a sequence that it is made of.
  /// - Returns: The type, or nil where this is no sequence.
  func elementType(_ arguments: [Type], _ elementType: (Type) -> Type?) -> Type? {
    switch self {
    case .array, .arraySlice, .set, .strideTo, .strideThrough, .range, .closedRange,
      .partialRangeFrom, .dictionaryKeys:
      return arguments.first
    case .dictionaryValues: return arguments.last
    case .dictionary:
      guard arguments.count == 2 else { return nil }
      return .tuple([.init("key", arguments[0]), .init("value", arguments[1])])
    case .reversedCollection: return arguments.first.flatMap(elementType)
    case .flattenSequence: return arguments.first.flatMap(elementType).flatMap(elementType)
    case .enumeratedSequence:
      guard let element = arguments.first.flatMap(elementType) else { return nil }
      return .tuple([.init("offset", .int), .init("element", element)])
    case .zip2Sequence:
      let elements = arguments.compactMap(elementType)
      guard elements.count == 2 else { return nil }
      return .tuple(elements.map { .init(nil, $0) })
    case .utf8View: return .nominal(.integer(.uint8), [])
    case .utf16View: return .nominal(.integer(.uint16), [])
    case .unicodeScalarView: return .unicodeScalar
    case .string, .substring: return .character
    case .int, .integer, .enumeration, .double, .float, .bool, .character, .stringIndex,
      .characterSet, .hasher, .optional, .partialRangeUpTo, .partialRangeThrough, .unicodeScalar,
      .metatype,
      .host, .declared, .error, .never:
      return nil
    }
  }
}

extension Type {
  /// The type of the elements of a sequence, all of whose types are decided.
  var elementType: Type {
    guard case .nominal(let nominal, let arguments) = self else { return .invalid }
    return nominal.elementType(arguments, \.elementType) ?? .invalid
  }
}

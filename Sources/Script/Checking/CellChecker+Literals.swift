import Diagnostics

/// Literals, and what their surroundings make of them.
extension CellChecker {
  func inferInteger(
    _ magnitude: UInt64?,
    _ text: String,
    isNegative: Bool,
    at span: SourceSpan
  ) -> Inferred {
    let type = inference.fresh(.integer)
    return Inferred(type: type, span: span) {
      switch self.inference.zonk(type) {
      case .double:
        let value = magnitude.map { Double($0) } ?? Double(text) ?? .infinity
        return TypedExpression(.double(isNegative ? -value : value), .double, at: span)
      case .float:
        let value = magnitude.map { Float($0) } ?? Float(text) ?? .infinity
        return TypedExpression(.float(isNegative ? -value : value), .float, at: span)
      case .nominal(.integer(let integer), _):
        return self.literal(magnitude, text, isNegative: isNegative, as: integer, at: span)
      default: break
      }
      let limit = UInt64(Int.max) + (isNegative ? 1 : 0)
      guard let magnitude, magnitude <= limit else {
        self.report(
          "literal-overflow",
          "the integer \(isNegative ? "-" : "")\(text) does not fit an 'Int'",
          at: span,
          help: "'Int' holds \(Int.min) to \(Int.max); write a 'Double', such as 1e19"
        )
        return TypedExpression(.integer(0), .int, at: span)
      }
      let value = isNegative ? Int(truncatingIfNeeded: 0 &- magnitude) : Int(magnitude)
      return TypedExpression(.integer(value), .int, at: span)
    }
  }

  /// A literal of an integer type other than `Int`.
  private func literal(
    _ magnitude: UInt64?,
    _ text: String,
    isNegative: Bool,
    as type: IntegerType,
    at span: SourceSpan
  ) -> TypedExpression {
    let word = magnitude.flatMap { type.word(magnitude: $0, isNegative: isNegative) }
    if word == nil {
      let (least, greatest) = type.bounds
      report(
        "literal-overflow",
        "the integer \(isNegative ? "-" : "")\(text) does not fit '\(type.rawValue)'",
        at: span,
        help: "'\(type.rawValue)' holds \(type.text(least)) to \(type.text(greatest))"
      )
    }
    let value = Int(truncatingIfNeeded: word ?? 0)
    return TypedExpression(.integer(value), .nominal(.integer(type), []), at: span)
  }

  func inferFloat(_ text: String, isNegative: Bool, at span: SourceSpan) -> Inferred {
    let type = inference.fresh(.float)
    return Inferred(type: type, span: span) {
      if self.inference.zonk(type) == .float {
        let value = Float(text) ?? 0
        return TypedExpression(.float(isNegative ? -value : value), .float, at: span)
      }
      let value = Double(text) ?? 0
      if value.isInfinite {
        self.report(
          "literal-overflow",
          "the number \(text) does not fit a 'Double'",
          at: span,
          help: "the largest is about 1.8e308"
        )
      }
      return TypedExpression(.double(isNegative ? -value : value), .double, at: span)
    }
  }

  func inferString(
    _ segments: [StringSegment],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    if let text = Self.plainText(segments) {
      return inferText(text, expecting: expecting, at: span)
    }
    let parts = segments.map { segment -> Inferred in
      switch segment {
      case .text(let text):
        Inferred(type: .string, span: span) { TypedExpression(.string(text), .string, at: span) }
      case .interpolation(let node): infer(node.withoutAny)
      }
    }
    return Inferred(type: .string, span: span) {
      TypedExpression(.interpolation(parts.map { self.printable($0.build()) }), .string, at: span)
    }
  }

  /// The text of a literal that interpolates nothing.
  private static func plainText(_ segments: [StringSegment]) -> String? {
    guard let first = segments.first else { return "" }
    guard segments.count == 1, case .text(let text) = first else { return nil }
    return text
  }

  /// A literal that is a `String` or what else its surroundings demand.
  private func inferText(_ text: String, expecting: Type?, at span: SourceSpan) -> Inferred {
    let isString = expecting.map { inference.resolve($0) == .string } ?? false
    let type =
      isString ? Type.string : inference.fresh(.text(isCharacter: text.count == 1))
    return Inferred(type: type, span: span) {
      let decided = self.decided(type, at: span)
      return TypedExpression(.string(text), decided, at: span)
    }
  }

  /// Refuses values whose printed form in Swift tells of the library's inside.
  func printable(_ expression: TypedExpression) -> TypedExpression {
    let type = decided(expression.type, at: expression.span)
    if case .nominal(let nominal, _) = type {
      switch nominal {
      case .zip2Sequence, .enumeratedSequence, .reversedCollection, .flattenSequence, .strideTo,
        .strideThrough, .stringIndex, .characterSet, .hasher:
        report(
          "not-printable",
          "a value of type '\(type)' has no readable printed form",
          at: expression.span,
          help: type.elementType == .invalid
            ? "print what it stands for" : "make an array of it: 'Array(…)'"
        )
      case .int, .integer, .enumeration, .double, .float, .bool, .string, .substring, .character,
        .array, .arraySlice, .dictionary, .set,
        .dictionaryKeys, .dictionaryValues, .range, .closedRange, .partialRangeFrom,
        .partialRangeUpTo, .partialRangeThrough,
        .utf8View, .utf16View, .unicodeScalarView, .unicodeScalar, .metatype,
        .optional, .host, .declared, .error, .never:
        break
      }
    }
    return expression
  }

  func inferNil(expecting: Type?, at span: SourceSpan) -> Inferred {
    guard let expecting, case .nominal(.optional, _) = inference.resolve(expecting) else {
      let needed = expecting.map { inference.describe($0) } ?? "_"
      report(
        "cannot-infer",
        needed == "_" ? "'nil' needs a type" : "'nil' is no '\(needed)'",
        at: span,
        help: needed == "_" ? "write it out: 'let x: Int? = nil'" : "make it optional: '\(needed)?'"
      )
      return invalid(at: span)
    }
    return Inferred(type: expecting, span: span) {
      TypedExpression(.none, self.inference.zonk(expecting), at: span)
    }
  }
}

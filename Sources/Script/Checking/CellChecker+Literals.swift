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

  func inferString(_ segments: [StringSegment], at span: SourceSpan) -> Inferred {
    let parts = segments.map { segment -> Inferred in
      switch segment {
      case .text(let text):
        Inferred(type: .string, span: span) { TypedExpression(.string(text), .string, at: span) }
      case .interpolation(let node): infer(node.withoutAny)
      }
    }
    return Inferred(type: .string, span: span) {
      let built = parts.map { self.printable($0.build()) }
      if built.count == 1, case .string = built[0].kind { return built[0] }
      if built.isEmpty { return TypedExpression(.string(""), .string, at: span) }
      return TypedExpression(.interpolation(built), .string, at: span)
    }
  }

  /// Refuses values whose printed form in Swift tells of the library's inside.
  func printable(_ expression: TypedExpression) -> TypedExpression {
    let type = decided(expression.type, at: expression.span)
    if case .nominal(let nominal, _) = type {
      switch nominal {
      case .zip2Sequence, .enumeratedSequence, .reversedCollection, .strideTo, .strideThrough:
        report(
          "not-printable",
          "a value of type '\(type)' has no readable printed form",
          at: expression.span,
          help: "make an array of it: 'Array(…)'"
        )
      case .int, .double, .float, .bool, .string, .array, .arraySlice, .dictionary, .set,
        .dictionaryKeys, .dictionaryValues, .range, .closedRange,
        .optional, .host, .declared, .error, .never:
        break
      }
    }
    return expression
  }

  func inferNil(expecting: Type?, at span: SourceSpan) -> Inferred {
    guard let expecting, case .nominal(.optional, _) = inference.resolve(expecting) else {
      report(
        "cannot-infer",
        "'nil' needs a type",
        at: span,
        help: "write it out: 'let x: Int? = nil'"
      )
      return invalid(at: span)
    }
    return Inferred(type: expecting, span: span) {
      TypedExpression(.none, self.inference.zonk(expecting), at: span)
    }
  }
}

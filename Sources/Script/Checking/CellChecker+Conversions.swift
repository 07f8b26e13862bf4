import Diagnostics

extension CellChecker {
  /// Returns the expression as a value of a type, wrapping it into an optional where Swift would;
  /// nil where it does not fit, and then the caller rolls back.
  func tryConvert(_ value: Inferred, to type: Type) -> Inferred? {
    let target = inference.resolve(type)
    let source = inference.resolve(value.type)
    if value.isImplicitlyUnwrapped, case .nominal(.optional, let arguments) = source {
      switch target {
      case .nominal(.optional, _), .variable, .invalid: break
      default: return tryConvert(forced(value, arguments[0], at: value.span), to: type)
      }
    }
    if case .nominal(.optional, let arguments) = target {
      switch source {
      case .invalid: break
      case .variable where inference.literal(of: source) == nil && mayBe(value, target): break
      default:
        let snapshot = inference.snapshot()
        if case .nominal(.optional, _) = source {
          if inference.unify(source, target) { return value }
          inference.rollback(to: snapshot)
        }
        guard let wrapped = tryConvert(value, to: arguments[0]) else { return nil }
        return Inferred(type: target, span: value.span) {
          self.coerce(wrapped.build(), to: self.inference.zonk(target))
        }
      }
    }
    if target == .error, source != .error {
      guard inference.conforms(source, to: .error) else { return source == .invalid ? value : nil }
      return Inferred(type: .error, span: value.span) {
        self.coerce(value.build(), to: .error)
      }
    }
    if case .function(_, _, true) = target,
      case .function(let parameters, let result, false) = source
    {
      // A function that does not throw may stand for one that may.
      let widened = Type.function(parameters, result, isThrowing: true)
      guard inference.unify(widened, target) else { return nil }
      return Inferred(type: widened, span: value.span, build: value.build)
    }
    return inference.unify(source, target) ? value : nil
  }

  /// Whether a value can be of a type as it is; of a call that is still open one of its overloads must
  /// give such a result.
  private func mayBe(_ value: Inferred, _ type: Type) -> Bool {
    guard let call = value.call, call.choice == nil else { return true }
    return hasCandidate(of: call, giving: type)
  }

  /// Wraps a built value into an optional where the type is one and the value is not.
  func coerce(_ value: TypedExpression, to type: Type) -> TypedExpression {
    if type == .error, value.type.declaration != nil {
      return TypedExpression(.error(value), .error, at: value.span)
    }
    // Labels of tuples may differ: how often a type is optional says what is to be wrapped.
    guard let wrapped = type.wrapped, value.type.optionalDepth < type.optionalDepth else {
      return value
    }
    let inner = coerce(value, to: wrapped)
    return TypedExpression(.intrinsic(.wrap, [inner]), type, at: value.span)
  }

  /// Converts, or reports that the value does not fit.
  func convert(_ value: Inferred, to type: Type) -> Inferred {
    let snapshot = inference.snapshot()
    if let converted = tryConvert(value, to: type) { return converted }
    inference.rollback(to: snapshot)
    // A call that is still open may be decided by this demand.
    solvePending()
    if let converted = tryConvert(value, to: type) { return converted }
    inference.rollback(to: snapshot)
    report(
      "type-mismatch",
      "this is of type '\(inference.describe(value.type))', but '\(inference.describe(type))' is needed",
      at: value.span,
      help: conversionHelp(from: value.type, to: type)
    )
    return invalid(at: value.span)
  }

  func conversionHelp(from source: Type, to target: Type) -> String? {
    let source = inference.resolve(source)
    let target = inference.resolve(target)
    switch (source, target) {
    case (.nominal(.int, _), .nominal(.double, _)): return "convert it: 'Double(…)'"
    case (.nominal(.double, _), .nominal(.int, _)):
      return "convert it, cutting the fraction off: 'Int(…)'"
    case (.nominal(.optional, let arguments), _)
    where inference.zonk(arguments[0]) == inference.zonk(target):
      return "unwrap it: '… ?? other' or '…!'"
    case (_, .nominal(.string, _)): return "write it into a string: \"\\(…)\""
    case (.nominal(.array, _), .nominal(.host(let name), _)): return "convert it: '\(name)(…)'"
    case (_, .nominal(.error, _)): return "throw a value of your own: 'enum Failure: Error { … }'"
    case (_, .nominal(.bool, _)): return "compare it with something: '… != 0'"
    default: return nil
    }
  }

  /// An expression whose type is known before its members are looked up.
  func settled(_ value: Inferred) -> Inferred {
    solvePending()
    if case .variable = inference.resolve(value.type) {
      searchPending(since: 0)
      if case .variable(let index) = inference.resolve(value.type) {
        inference.defaultLiterals(since: index)
      }
    }
    var value = value
    value.type = inference.resolve(value.type)
    if case .variable = value.type {
      report(
        "cannot-infer",
        "the type of this expression cannot be inferred",
        at: value.span,
        help: "write the type out, as in '{ (x: Double) in … }'"
      )
      value.type = .invalid
    }
    return value
  }
}

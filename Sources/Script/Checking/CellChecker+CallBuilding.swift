import Diagnostics

extension CellChecker {
  private func argument(_ argument: Inferred, of type: Type) -> TypedExpression {
    let value = argument.isImplicitlyUnwrapped ? tryConvert(argument, to: type) : nil
    return coerce((value ?? argument).build(), to: type)
  }

  func build(_ call: OverloadedCall) -> TypedExpression {
    let span = call.span
    guard let choice = call.choice else { return TypedExpression(.tuple([]), .invalid, at: span) }
    let declaration = choice.candidate.declaration
    let result = decided(call.result, at: span)
    var arguments: [TypedExpression] = []
    for (index, parameter) in declaration.parameters.enumerated() {
      let type = inference.zonk(choice.parameters[index])
      let passed = choice.candidate.mapping[index].compactMap { call.arguments[$0] }.map {
        argument($0, of: parameter.argumentType(type))
      }
      if parameter.lends, !declaration.storesArguments { passed.forEach(lend) }
      if parameter.isVariadic {
        if case .intrinsic = declaration.implementation {
          arguments += passed
        } else {
          arguments.append(TypedExpression(.array(passed), type, at: span))
        }
      } else if passed.isEmpty, let value = parameter.defaultValue {
        arguments.append(build(value, type, at: span))
      } else {
        arguments += passed
      }
    }
    let mayThrow =
      declaration.isThrowing
      || (declaration.isRethrowing && arguments.contains { $0.type.isThrowingFunction })
    if mayThrow {
      let thrown = declaration.thrown ?? .error
      checkThrow(of: "'\(call.name.text)'", thrown, call.throwing, at: span)
    }
    switch declaration.implementation {
    case .refused(let help):
      report(
        "unsupported",
        "this call of '\(call.name.text)' is not part of the language",
        at: span,
        help: help
      )
      return TypedExpression(.tuple([]), .invalid, at: span)
    case .host(let index):
      if let receiver = receiver(of: call) { arguments.insert(receiver, at: 0) }
      return TypedExpression(.host(index, arguments), result, at: span)
    case .field(let index):
      guard let receiver = call.receiver?.build() else {
        return TypedExpression(.tuple([]), .invalid, at: span)
      }
      return TypedExpression(.tupleElement(receiver, index), result, at: span)
    case .variable(let id): return TypedExpression(.variable(id), result, at: span)
    case .value(let value): return TypedExpression(value.kind, result, at: span)
    case .structure(let type):
      return structure(type, declaration.parameters, arguments, at: span)
    case .enumCase(_, let index):
      return TypedExpression(.enumCase(index, arguments), result, at: span)
    case .function(let id):
      if let receiver = receiver(of: call) { arguments.insert(receiver, at: 0) }
      checkExclusivity(of: arguments)
      return TypedExpression(.call(id, arguments), result, at: span)
    case .intrinsic(let intrinsic):
      if let receiver = call.receiver {
        if declaration.kind == .mutatingMethod {
          return TypedExpression(
            .mutate(intrinsic, buildPlace(receiver), arguments),
            result,
            at: span
          )
        }
        arguments.insert(receiver.build(), at: 0)
      }
      if intrinsic == .toArray, arguments.isEmpty {
        return TypedExpression(.array([]), result, at: span)
      }
      checkExclusivity(of: arguments)
      return TypedExpression(.intrinsic(intrinsic, arguments), result, at: span)
    }
  }

  /// A structure of the values that its memberwise initializer is given, and of the others' own.
  private func structure(
    _ type: DeclaredType,
    _ parameters: [Callable.Parameter],
    _ arguments: [TypedExpression],
    at span: SourceSpan
  ) -> TypedExpression {
    let values = type.fields.map { field -> TypedExpression in
      if let index = parameters.firstIndex(where: { $0.label == field.name }) {
        return arguments[index]
      }
      return field.initialValue ?? TypedExpression(.none, field.type, at: span)
    }
    return TypedExpression(.structure(values), .nominal(.declared(type), []), at: span)
  }

  /// The `self` of a call of a method: a place where the method changes it.
  private func receiver(of call: OverloadedCall) -> TypedExpression? {
    guard let receiver = call.receiver else { return nil }
    let declaration = call.choice?.candidate.declaration
    guard declaration?.kind == .mutatingMethod || declaration?.isGetterMutating == true else {
      return receiver.build()
    }
    let place = buildPlace(receiver)
    return TypedExpression(.inout(place), .inout(place.type), at: receiver.span)
  }

  private func build(_ value: DefaultValue, _ type: Type, at span: SourceSpan) -> TypedExpression {
    switch value {
    case .int(let int) where type == .double: TypedExpression(.double(Double(int)), type, at: span)
    case .int(let int) where type == .float: TypedExpression(.float(Float(int)), type, at: span)
    case .double(let double) where type == .float:
      TypedExpression(.float(Float(double)), type, at: span)
    case .int(let int): TypedExpression(.integer(int), type, at: span)
    case .double(let double): TypedExpression(.double(double), type, at: span)
    case .bool(let bool): TypedExpression(.boolean(bool), type, at: span)
    case .string(let string): TypedExpression(.string(string), type, at: span)
    case .none: TypedExpression(.none, type, at: span)
    case .emptyArray: TypedExpression(.array([]), type, at: span)
    case .expression(let value): value
    case .member, .call:
      value.node(at: span).map { infer($0, expecting: type).build() }
        ?? TypedExpression(.tuple([]), .invalid, at: span)
    }
  }
}

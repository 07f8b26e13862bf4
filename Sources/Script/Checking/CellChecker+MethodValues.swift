import Diagnostics

/// Methods and initializers as values: closures that call them.
extension CellChecker {
  /// `scaler.scale`, which keeps the value of `scaler` as it is now; nil where there is no such
  /// method.
  func inferMethodValue(
    _ name: NameNode,
    of value: Inferred,
    _ base: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred? {
    let methods = members(named: name.text, of: value.type, [.method])
    guard let form = methodForm(methods, expecting) else { return nil }
    // No name of the lesson contains a point.
    let receiver = NameNode("method.receiver", at: base.span)
    var method = methodClosure(
      name,
      of: ExpressionNode(.name(receiver.text, labels: nil), at: base.span),
      form
    )
    method.captures = [CaptureNode(name: receiver, value: base)]
    return inferClosure(method, expecting: form.type, at: span)
  }

  /// `Vector.length(of:)` or `Double.init`; nil where there is no such method.
  func inferStaticMethodValue(
    _ name: NameNode,
    of type: Type,
    _ base: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred? {
    let kind: Callable.Kind = name.text == "init" ? .initializer : .staticMethod
    let methods = members(named: name.text, of: type, [kind])
    guard let form = methodForm(methods, expecting) ?? textForm(name, of: type, expecting) else {
      return nil
    }
    return inferClosure(methodClosure(name, of: base, form), expecting: form.type, at: span)
  }

  /// The type and the labels of the method that is meant: of those with as many parameters as are
  /// expected the one without labels, or else the first.
  private func methodForm(
    _ methods: [Callable],
    _ expecting: Type?
  ) -> MethodForm? {
    let methods = methods.filter { method in
      method.parameters.allSatisfy { !$0.isVariadic && !$0.isAutoclosure }
    }
    if let expecting, case .function(let parameters, let result, _) = inference.resolve(expecting) {
      let fitting = methods.filter { $0.parameters.count == parameters.count }
      let chosen = fitting.first { $0.parameters.allSatisfy { $0.label == nil } } ?? fitting.first
      return chosen.map { method in
        let type = Type.function(parameters, result, isThrowing: method.isThrowing)
        return MethodForm(type: type, labels: method.parameters.map(\.label))
      }
    }
    guard methods.count == 1, methods[0].genericCount == 0 else { return nil }
    return MethodForm(type: methods[0].functionType, labels: methods[0].parameters.map(\.label))
  }

  /// `String.init` of one value, which no declaration of the library says.
  private func textForm(_ name: NameNode, of type: Type, _ expecting: Type?) -> MethodForm? {
    guard name.text == "init", type == .string, let expecting,
      case .function(let parameters, let result, _) = inference.resolve(expecting),
      parameters.count == 1
    else { return nil }
    return MethodForm(type: .function(parameters, result), labels: [nil])
  }

  private func methodClosure(
    _ name: NameNode,
    of base: ExpressionNode,
    _ form: MethodForm
  ) -> ClosureNode {
    let arguments = form.labels.enumerated().map { index, label in
      ArgumentNode(
        label: label.map { NameNode($0, at: name.span) },
        value: ExpressionNode(.name("$\(index)", labels: nil), at: name.span)
      )
    }
    let member = ExpressionNode(.member(base, name: name), at: name.span)
    let callee = name.text == "init" ? base : member
    var call = ExpressionNode(.call(callee, arguments: arguments), at: name.span)
    if case .function(_, _, isThrowing: true) = form.type {
      call = ExpressionNode(.attempt(call, keyword: "try"), at: name.span)
    }
    return ClosureNode(calling: call, arguments.count)
  }
}

/// What a closure that calls a method must be.
private struct MethodForm {
  var type: Type
  var labels: [String?]
}

extension ClosureNode {
  /// A closure of one call, with `$0` and so on as its arguments.
  init(calling call: ExpressionNode, _ parameterCount: Int) {
    self.init(
      parameters: nil,
      result: nil,
      shorthandCount: parameterCount,
      body: [StatementNode(.expression(call), at: call.span)]
    )
  }
}

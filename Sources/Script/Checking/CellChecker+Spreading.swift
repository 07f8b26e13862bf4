/// Functions of several parameters as arguments where a function of a tuple is expected, as in
/// `zip(a, b).map(*)`: closures that take the tuple apart.
extension CellChecker {
  /// Whether an argument is a function of several parameters where each overload passes it one value:
  /// then its type is no help to choose the overload.
  func isSpread(
    _ argument: Inferred,
    in candidates: [OverloadedCall.Candidate],
    at index: Int
  ) -> Bool {
    guard case .function(let own, _, false) = inference.resolve(argument.type), own.count > 1 else {
      return false
    }
    return candidates.allSatisfy { candidate in
      zip(candidate.declaration.parameters, candidate.mapping).contains { parameter, indices in
        guard indices.contains(index), case .function(let passed, _, _) = parameter.type else {
          return false
        }
        return passed.count == 1
      }
    }
  }

  /// Returns a closure that passes a tuple's elements to the function that an argument is; nil where no
  /// function of a tuple is expected, or the function takes the tuple itself.
  func spreading(_ node: ExpressionNode, to expected: Type) -> ExpressionNode? {
    guard case .function(let parameters, let result, _) = inference.resolve(expected),
      parameters.count == 1, case .tuple(let elements) = inference.resolve(parameters[0]),
      elements.count > 1
    else { return nil }
    let values = elements.indices.map { index in
      ExpressionNode(.name("$\(index)", labels: nil), at: node.span)
    }
    func call(_ function: ExpressionNode, labels: [String?]? = nil) -> ExpressionNode.Kind {
      let arguments = values.enumerated().map { index, value in
        let label = labels?[index].map { NameNode($0, at: node.span) }
        return ArgumentNode(label: label, value: value)
      }
      return .call(function, arguments: arguments)
    }
    var captures: [CaptureNode] = []
    let body: ExpressionNode.Kind
    switch node.kind {
    case .closure, .nilLiteral: return nil
    case .operatorReference(let name):
      guard values.count == 2 else { return nil }
      body = .infix(values[0], NameNode(name, at: node.span), values[1])
    case .name(let name, nil):
      switch lookUp(name) {
      case .functions(let symbols)?:
        guard let symbol = symbols.first(where: { $0.parameters.count == values.count }) else {
          return nil
        }
        body = call(node, labels: symbol.parameters.map(\.label))
      case nil:
        let functions = library.declarations(named: name).filter { $0.owner == nil }
        guard functions.contains(where: { $0.takes(values.count) }) else { return nil }
        body = call(node)
      case .variable, .computed, .member: body = call(node)
      case .type, .poisoned: return nil
      }
    case .member(let base?, let name)
    where name.text == "init" && !hasInitializer(base, taking: values.count):
      return nil
    default:
      // Evaluated once. No name of the lesson contains a point.
      let function = NameNode("spread.function", at: node.span)
      let type = TypeNode(
        .resolved(.function(elements.map(\.type), result, isThrowing: false)),
        at: node.span
      )
      let value = ExpressionNode(.cast(node, keyword: "as", type), at: node.span)
      captures = [CaptureNode(name: function, value: value)]
      body = call(ExpressionNode(.name(function.text, labels: nil), at: node.span))
    }
    var closure = ClosureNode(calling: ExpressionNode(body, at: node.span), values.count)
    closure.captures = captures
    return ExpressionNode(.closure(closure), at: node.span)
  }

  private func hasInitializer(_ base: ExpressionNode, taking count: Int) -> Bool {
    guard let type = typeMeant(by: base) else { return false }
    return members(named: "init", of: type, [.initializer]).contains { $0.takes(count) }
  }
}

extension Callable {
  /// Whether it can be called with so many arguments.
  fileprivate func takes(_ count: Int) -> Bool {
    let needed = parameters.filter { !$0.isVariadic && $0.defaultValue == nil }.count
    return needed <= count
      && (count <= parameters.count || parameters.contains(where: \.isVariadic))
  }
}

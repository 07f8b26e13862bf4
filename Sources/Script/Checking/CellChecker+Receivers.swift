/// What methods are called on.
extension CellChecker {
  /// Infers the receiver of a call, whose type must be known to find the method.
  ///
  /// That of `[0, 1].map { $0 + 0.5 }` is known to be an array: what the numbers are, the closure says.
  func inferReceiver(
    _ node: ExpressionNode,
    of method: NameNode,
    _ arguments: [ArgumentNode]
  ) -> Inferred {
    var value = infer(node)
    guard case .array(let element)? = inference.literal(of: value.type),
      inference.literal(of: element) == .integer,
      !arguments.isEmpty, arguments.allSatisfy(\.decidesElements),
      members(named: method.text, of: .array(element), [.method]).count == 1,
      inference.unify(value.type, .array(element))
    else { return settledReceiver(value, of: method) }
    value.type = .array(element)
    return value
  }

  /// Decides the type of what a member is read of: a whole number is a `Double` where only that has the
  /// member, as in `3.squareRoot()`.
  func settledReceiver(_ value: Inferred, of member: NameNode) -> Inferred {
    func has(_ type: Type) -> Bool {
      !members(named: member.text, of: type, [.property, .method]).isEmpty
    }
    if inference.literal(of: value.type) == .integer, !has(.int), has(.double) {
      _ = inference.unify(value.type, .double)
    }
    return settled(value)
  }

  /// Decides what the numbers of a receiver are where neither the call's closures nor a demanded type
  /// have: Swift prefers to join them with others as `Any`, which is not part of the language.
  func settleElements(of receiver: Inferred, expecting: Type?, since mark: Int) {
    guard case .nominal(.array, let elements) = receiver.type,
      elements.contains(where: { inference.literal(of: $0) == .integer }),
      !(expecting.map(inference.isConcrete) ?? false)
    else { return }
    finish(since: mark)
  }
}

extension ArgumentNode {
  /// Whether it is checked together with what the call is a part of: the statements of a longer
  /// closure are checked on their own.
  fileprivate var decidesElements: Bool {
    guard label == nil else { return false }
    guard case .closure(let closure) = value.kind else { return true }
    guard closure.captures.isEmpty, closure.body.count == 1 else { return false }
    if case .expression = closure.body[0].kind { return true }
    return false
  }
}

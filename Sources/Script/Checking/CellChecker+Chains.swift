import Diagnostics

/// Optional chains: `a?.b.c`, which are nil where `a` is.
extension CellChecker {
  /// Infers an expression that is the whole of a chain; nil where it is none, or part of one.
  func inferChain(_ node: ExpressionNode, expecting: Type?) -> Inferred? {
    guard !isInChain, node.isChain else { return nil }
    isInChain = true
    let value = settled(infer(node))
    isInChain = false
    guard value.type != .invalid else { return invalid(at: node.span) }
    let type = inference.zonk(value.type)
    let result = type.wrapped == nil ? Type.optional(type) : type
    return Inferred(type: result, span: node.span) {
      TypedExpression(.chain(value.build()), result, at: node.span)
    }
  }

  /// `x?` inside of a chain.
  func inferChainLink(_ node: ExpressionNode, at span: SourceSpan) -> Inferred {
    let value = settled(infer(node))
    guard let wrapped = value.type.wrapped else {
      if value.type != .invalid {
        report(
          "not-optional",
          "'?' needs an optional, but this is of type '\(inference.describe(value.type))'",
          at: span,
          help: "remove '?': there is always a value"
        )
      }
      return invalid(at: span)
    }
    return Inferred(type: wrapped, span: span) {
      TypedExpression(.chainLink(value.build()), self.inference.zonk(wrapped), at: span)
    }
  }

  /// A place behind `!`, or behind a `?` that is known not to be nil.
  func inferUnwrappedPlace(_ node: ExpressionNode, at span: SourceSpan) -> Inferred? {
    guard let base = inferPlace(node) else { return nil }
    var inferred = infer(ExpressionNode(.forceUnwrap(node), at: span))
    guard inferred.type != .invalid else { return nil }
    let type = inferred.type
    inferred.place = { .unwrapped(self.buildPlace(base), self.inference.zonk(type), at: span) }
    return inferred
  }

  /// A statement that changes a place behind `?`, as one that runs where the optional is not nil; it
  /// is made of the place without its first `?`.
  func unchained(
    _ target: ExpressionNode,
    _ span: SourceSpan,
    _ make: (ExpressionNode) -> StatementNode.Kind
  ) -> StatementNode? {
    guard let link = target.firstLink else { return nil }
    if link.containsCall {
      report(
        "unsupported",
        "a call before '?' in what is changed is not part of the language",
        at: link.span,
        help: "bind its value first"
      )
    }
    let none = ExpressionNode(.nilLiteral, at: link.span)
    let test = ExpressionNode(.infix(link, NameNode("!=", at: link.span), none), at: link.span)
    let body = StatementNode(make(target.withoutFirstLink), at: span)
    return StatementNode(.if([.expression(test)], then: [body], otherwise: nil), at: span)
  }

  /// A call that changes a place behind `?`: the optionals are tested, then the call is made.
  func behindLinks(of base: ExpressionNode, _ call: Inferred) -> Inferred {
    guard let link = base.firstLink else { return call }
    if link.containsCall {
      return unsupported(
        "a call before '?' in what is changed",
        at: link.span,
        help: "bind its value first"
      )
    }
    let test = inferChainLink(link, at: link.span)
    let rest = behindLinks(of: base.withoutFirstLink, call)
    return Inferred(type: rest.type, span: call.span) {
      let value = rest.build()
      let both = TypedExpression.Kind.tuple([test.build(), value])
      let type = Type.tuple([.init(nil, self.inference.zonk(test.type)), .init(nil, value.type)])
      let pair = TypedExpression(both, type, at: value.span)
      return TypedExpression(.tupleElement(pair, 1), value.type, at: value.span)
    }
  }
}

extension ExpressionNode {
  /// Whether a `?` stands on the path from this member or call to what it is of.
  var isChain: Bool {
    switch kind {
    case .optionalChain: true
    case .member(let base?, _), .call(let base, _), .index(let base, _), .forceUnwrap(let base):
      base.isChain
    default: false
    }
  }

  /// The innermost `x?` on the path of a place.
  fileprivate var firstLink: ExpressionNode? {
    switch kind {
    case .optionalChain(let inner): inner.firstLink ?? inner
    case .member(let base?, _), .index(let base, _), .forceUnwrap(let base),
      .parenthesized(let base):
      base.firstLink
    default: nil
    }
  }

  /// The same with the innermost `x?` written as `x!`: it is known not to be nil.
  fileprivate var withoutFirstLink: ExpressionNode {
    var node = self
    switch kind {
    case .optionalChain(let inner):
      node.kind =
        inner.firstLink == nil ? .forceUnwrap(inner) : .optionalChain(inner.withoutFirstLink)
    case .member(let base?, let name): node.kind = .member(base.withoutFirstLink, name: name)
    case .index(let base, let arguments):
      node.kind = .index(base.withoutFirstLink, arguments: arguments)
    case .forceUnwrap(let base): node.kind = .forceUnwrap(base.withoutFirstLink)
    default: break
    }
    return node
  }

  /// Whether a call stands on the path of a place, or in an index of it.
  fileprivate var containsCall: Bool {
    switch kind {
    case .call: true
    case .member(let base?, _), .forceUnwrap(let base), .optionalChain(let base),
      .parenthesized(let base), .prefix(_, let base):
      base.containsCall
    case .index(let base, let arguments):
      base.containsCall || arguments.contains { $0.value.containsCall }
    case .infix(let left, _, let right): left.containsCall || right.containsCall
    default: false
    }
  }
}

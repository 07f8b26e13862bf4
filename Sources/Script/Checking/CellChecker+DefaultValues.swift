import Diagnostics

/// What a parameter, an associated value or a stored property is where nothing else is given.
///
/// A literal is written out at every use. All else is a function of its own, which a use calls: a
/// value that is made of two others', which are made of two others' each, would double with every
/// step.
extension CellChecker {
  /// Checks the value that a parameter or a stored property has where nothing else is given.
  ///
  /// - Parameters:
  ///   - node: What the lesson writes.
  ///   - type: The type that the lesson writes; nil where the value says it.
  /// - Returns: A literal, or a call of a function that gives the value.
  func defaultValue(_ node: ExpressionNode, _ type: Type?) -> TypedExpression {
    guard !node.isShortLiteral else { return value(node, of: type) }
    let id = newFunction("default value", result: type ?? .invalid, at: node.span)
    let (value, captures) = attributingUses(to: id) { self.value(node, of: type) }
    session.functions[id.index].result = value.type
    session.functions[id.index].captures = captures
    session.functions[id.index].body = [TypedStatement(.return(value), at: node.span)]
    bodies.append(CheckedBody(id: id, level: contexts.count, place: node.span))
    origins.defined.insert(id)
    return TypedExpression(.call(id, []), value.type, at: node.span)
  }

  /// Checks the value that a stored property begins with, and notes that its type uses it.
  func initialValue(_ node: ExpressionNode, _ type: Type?) -> TypedExpression {
    let value = defaultValue(node, type)
    if let function = value.calledFunction { noteUse(of: function, at: node.span) }
    return value
  }

  /// Checks a value of a type, or of its own type where nothing says one.
  func value(_ node: ExpressionNode, of type: Type?) -> TypedExpression {
    let mark = inference.count
    let inferred = infer(node, expecting: type)
    let converted = type.map { convert(inferred, to: $0) } ?? inferred
    finish(since: mark)
    return converted.build()
  }

  /// Notes the use of the values that a call leaves to the declaration.
  func noteDefaults(of candidate: OverloadedCall.Candidate, at span: SourceSpan) {
    for (parameter, arguments) in zip(candidate.declaration.parameters, candidate.mapping)
    where arguments.isEmpty {
      guard case .expression(let value)? = parameter.defaultValue else { continue }
      if let function = value.calledFunction { noteUse(of: function, at: span) }
    }
  }
}

extension TypedExpression {
  /// The function of the lesson that it is a call of.
  fileprivate var calledFunction: FunctionID? {
    if case .call(let id, _) = kind { id } else { nil }
  }
}

extension ExpressionNode {
  /// Whether it is a literal of one value, or an empty one.
  fileprivate var isShortLiteral: Bool {
    if case .array(let elements) = kind { elements.isEmpty } else { isPlainLiteral }
  }
}

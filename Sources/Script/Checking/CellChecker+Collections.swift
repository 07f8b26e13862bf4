import Diagnostics

/// Literals of collections, and their subscripts.
extension CellChecker {
  func inferArray(
    _ elements: [ExpressionNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    let element: Type
    switch inference.resolve(unwrapped(expecting)) {
    case .nominal(.array, let arguments), .nominal(.set, let arguments): element = arguments[0]
    default: element = elementType(of: elements)
    }
    let values = elements.compactMap { inferPart($0, as: element, "array", "element") }
    let type = inference.fresh(.array(element))
    return Inferred(type: type, span: span) {
      let decided = self.decided(type, at: span)
      let built = values.map { self.coerce($0.build(), to: self.inference.zonk(element)) }
      switch decided {
      case .nominal(.host(let name), _):
        let literal = TypedExpression(.array(built), .array(self.inference.zonk(element)), at: span)
        return TypedExpression(.hostLiteral(name, literal), decided, at: span)
      case .nominal(.set, let arguments):
        _ = self.asKey(arguments[0], at: span)
        return TypedExpression(.intrinsic(.makeSet, built), decided, at: span)
      default: return TypedExpression(.array(built), decided, at: span)
      }
    }
  }

  func inferDictionary(
    _ pairs: [(key: ExpressionNode, value: ExpressionNode)],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    let (key, value): (Type, Type)
    if case .nominal(.dictionary, let arguments) = inference.resolve(unwrapped(expecting)) {
      (key, value) = (arguments[0], arguments[1])
    } else {
      (key, value) = (elementType(of: pairs.map(\.key)), elementType(of: pairs.map(\.value)))
    }
    let parts = pairs.map { pair in
      [
        inferPart(pair.key, as: key, "dictionary", "key"),
        inferPart(pair.value, as: value, "dictionary", "value"),
      ]
    }
    let type = inference.fresh(.dictionary(key, value))
    return Inferred(type: type, span: span) {
      let decided = self.decided(type, at: span)
      guard case .nominal(.dictionary, let arguments) = decided else {
        return self.nothing(at: span)
      }
      _ = self.asKey(arguments[0], at: span)
      let built = parts.flatMap { zip($0, arguments) }.map { part, type in
        part.map { self.coerce($0.build(), to: type) } ?? self.nothing(at: span)
      }
      return TypedExpression(.intrinsic(.makeDictionary, built), decided, at: span)
    }
  }

  /// A type without the optionals around it.
  private func unwrapped(_ type: Type?) -> Type {
    var type = type.map(inference.resolve) ?? .invalid
    while let wrapped = type.wrapped { type = inference.resolve(wrapped) }
    return type
  }

  /// The type of the elements of a literal of which nothing else is known.
  private func elementType(of nodes: [ExpressionNode]) -> Type {
    let element = inference.fresh()
    return nodes.contains(where: \.isNil) ? .optional(element) : element
  }

  /// Infers an element of a literal; nil where it is not of the type of the others.
  private func inferPart(
    _ node: ExpressionNode,
    as type: Type,
    _ whole: String,
    _ part: String
  ) -> Inferred? {
    let inferred = infer(node, expecting: type)
    let snapshot = inference.snapshot()
    if let converted = tryConvert(inferred, to: type) { return converted }
    inference.rollback(to: snapshot)
    report(
      "mixed-\(whole)",
      "this \(part) is of type '\(inference.describe(inferred.type))', but the others are "
        + "'\(inference.describe(type))'",
      at: node.span,
      help: conversionHelp(from: inferred.type, to: type) ?? "give all \(part)s one type"
    )
    return nil
  }

  private func nothing(at span: SourceSpan) -> TypedExpression {
    TypedExpression(.tuple([]), .invalid, at: span)
  }

  // MARK: - Keys

  /// Returns the type of a key or of a member of a set, which is looked at when all is known.
  func asKey(_ type: Type, at span: SourceSpan) -> Type {
    keys.append((type, span))
    return type
  }

  /// Reports the keys that are not `Hashable`.
  func checkKeys() {
    var reported: Set<Type> = []
    for (type, span) in keys where !inference.conforms(type, to: .hashable) {
      guard reported.insert(inference.zonk(type)).inserted else { continue }
      let isDeclared = inference.resolve(type).declaration != nil
      report(
        "not-hashable",
        "a value of type '\(inference.describe(type))' cannot be a key or a member of a set",
        at: span,
        help: isDeclared
          ? "declare the type with ': Hashable'"
          : "use a key that is 'Hashable', such as a 'String'"
      )
    }
  }

  // MARK: - Tuples

  func inferTuple(
    _ parts: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    var hints: [Type?] = parts.map { _ in nil }
    if let expecting, case .tuple(let elements) = inference.resolve(expecting),
      elements.count == parts.count
    {
      hints = elements.map(\.type)
    }
    let values = zip(parts, hints).map { part, hint in
      let inferred = infer(part.value, expecting: hint)
      return hint.flatMap { tryConvert(inferred, to: $0) } ?? inferred
    }
    let type = Type.tuple(zip(parts, values).map { .init($0.label?.text, $1.type) })
    return Inferred(type: type, span: span) {
      TypedExpression(.tuple(values.map { $0.build() }), self.inference.zonk(type), at: span)
    }
  }

  // MARK: - Subscripts

  func inferIndex(
    _ base: ExpressionNode,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred {
    if let type = typeMeant(by: base), type != .invalid {
      return inferStaticSubscript(of: type, arguments, at: span)
    }
    let collection = settled(infer(base))
    guard collection.type != .invalid else {
      for argument in arguments { _ = infer(argument.value) }
      return invalid(at: span)
    }
    if arguments.count == 1, let slice = inferSlice(of: collection, arguments[0].value, at: span) {
      return slice
    }
    guard case .nominal(.array, let parameters) = collection.type, !takesRange(arguments) else {
      return inferSubscript(of: collection, arguments, at: span)
    }
    let index = inferArrayIndex(arguments, at: span)
    return Inferred(type: parameters[0], span: span) {
      TypedExpression(
        .element(collection.build(), index: index.build()),
        self.inference.zonk(parameters[0]),
        at: span
      )
    }
  }

  /// `list[a...]`, `list[..<b]` and `list[...b]` of an array or a text; nil for another subscript.
  func inferSlice(
    of list: Inferred,
    _ range: ExpressionNode,
    at span: SourceSpan
  ) -> Inferred? {
    let bound: ExpressionNode
    let intrinsic: Intrinsic
    switch range.kind {
    case .operatorReference("..."):
      let zero = ExpressionNode(.integer(magnitude: 0, text: "0"), at: range.span)
      (bound, intrinsic) = (zero, .dropFirst)
    case .postfix(let lower, let name) where name.isPostfix("..."):
      (bound, intrinsic) = (lower, .sliceFrom)
    case .prefix(let name, let upper) where name.text == "..<":
      (bound, intrinsic) = (upper, .sliceUpTo)
    case .prefix(let name, let upper) where name.text == "...":
      (bound, intrinsic) = (upper, .sliceThrough)
    default: return nil
    }
    let (type, indexType): (Type, Type)
    switch list.type {
    case .nominal(.array, let elements), .nominal(.arraySlice, let elements):
      (type, indexType) = (.nominal(.arraySlice, elements), .int)
    case .string, .substring: (type, indexType) = (.substring, .stringIndex)
    default: return nil
    }
    let boundType = intrinsic == .dropFirst ? Type.int : indexType
    let index = convert(infer(bound, expecting: boundType), to: boundType)
    return Inferred(type: type, span: span) {
      TypedExpression(
        .intrinsic(intrinsic, [list.build(), index.build()]),
        self.inference.zonk(type),
        at: span
      )
    }
  }

  /// Whether a subscript is written with a range, or with a label.
  private func takesRange(_ arguments: [ArgumentNode]) -> Bool {
    guard arguments.count == 1, arguments[0].label == nil else { return false }
    switch arguments[0].value.kind {
    case .infix(_, let name, _), .prefix(let name, _), .postfix(_, let name):
      return name.text == "..." || name.text == "..<"
    case .integer: return false
    case .name(let name, _):
      guard case .variable(let id)? = lookUp(name) else { return false }
      guard case .nominal(let nominal, _) = inference.resolve(session.variables[id.index].type)
      else { return false }
      return nominal.isRange
    default: return false
    }
  }

  /// A subscript that the library or the lesson declares.
  private func subscriptHelp(_ type: Type, _ arguments: [ArgumentNode]) -> String {
    guard case .tuple = inference.resolve(type) else { return "make an array of it: 'Array(…)'" }
    guard case .integer(_, let text)? = arguments.first?.value.kind else {
      return "the parts of a tuple have names: '.0', '.1'"
    }
    return "write '.\(text)'"
  }

  func inferSubscript(
    of base: Inferred,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred {
    let candidates = members(named: "subscript", of: base.type, [.subscripting])
    guard !candidates.isEmpty else {
      report(
        "no-subscript",
        "a value of type '\(inference.describe(base.type))' has no subscript",
        at: span,
        help: subscriptHelp(base.type, arguments)
      )
      return invalid(at: span)
    }
    if base.type.isText, arguments.count == 1, arguments[0].label == nil,
      isInteger(arguments[0].value)
    {
      report(
        "string-index",
        "the characters of a text have no numbers",
        at: arguments[0].value.span,
        help: "write 'Array(text)[i]', or 'text[text.index(text.startIndex, offsetBy: i)]'"
      )
      return invalid(at: span)
    }
    for candidate in candidates { noteUse(of: candidate, at: span) }
    return inferLibraryCall(
      NameNode("subscript", at: span),
      candidates,
      receiver: base,
      arguments,
      expecting: nil,
      at: span
    )
  }

  /// `Type[index]`.
  func inferStaticSubscript(
    of type: Type,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred {
    let candidates = members(named: "subscript", of: type, [.staticSubscript])
    guard !candidates.isEmpty else {
      for argument in arguments { _ = infer(argument.value) }
      report(
        "no-subscript",
        "the type '\(inference.describe(type))' has no subscript",
        at: span,
        help: "use a value of it"
      )
      return invalid(at: span)
    }
    return inferLibraryCall(
      NameNode("subscript", at: span),
      candidates,
      receiver: nil,
      arguments,
      expecting: nil,
      owner: type,
      at: span
    )
  }

  /// Whether an expression is a number literal, or a variable of type `Int`.
  private func isInteger(_ node: ExpressionNode) -> Bool {
    switch node.kind {
    case .integer: return true
    case .name(let name, _):
      guard case .variable(let id)? = lookUp(name) else { return false }
      return inference.resolve(session.variables[id.index].type) == .int
    default: return false
    }
  }

  func inferArrayIndex(_ arguments: [ArgumentNode], at span: SourceSpan) -> Inferred {
    guard arguments.count == 1, arguments[0].label == nil else {
      report(
        "wrong-arguments",
        "an array takes one index",
        at: span,
        help: "write 'a[i]', and 'a[i][j]' for an array of arrays"
      )
      return invalid(at: span)
    }
    return convert(infer(arguments[0].value, expecting: .int), to: .int)
  }
}

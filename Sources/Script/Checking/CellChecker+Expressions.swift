import Diagnostics

extension CellChecker {
  /// Infers an expression's type; `expecting` is a hint that closures, literals and `.members` use.
  func infer(_ node: ExpressionNode, expecting: Type? = nil) -> Inferred {
    let span = node.span
    if let chain = inferChain(node, expecting: expecting) { return chain }
    switch node.kind {
    case .integer(let magnitude, let text):
      return inferInteger(magnitude, text, isNegative: false, at: span)
    case .float(let text): return inferFloat(text, isNegative: false, at: span)
    case .boolean(let value):
      return Inferred(type: .bool, span: span) { TypedExpression(.boolean(value), .bool, at: span) }
    case .string(let segments): return inferString(segments, at: span)
    case .name(let name, _): return inferName(NameNode(name, at: span), expecting: expecting)
    case .operatorReference(let name):
      return inferFunctionValue(NameNode(name, at: span), expecting: expecting)
    case .array(let elements): return inferArray(elements, expecting: expecting, at: span)
    case .dictionary:
      return unsupported("dictionaries", at: span, help: "use an array of pairs")
    case .tuple(let parts): return inferTuple(parts, expecting: expecting, at: span)
    case .parenthesized(let inner):
      var inferred = infer(inner, expecting: expecting)
      inferred.span = span
      return inferred
    case .member(let base, let name):
      return inferMember(base, name, expecting: expecting, at: span)
    case .call(let callee, let arguments):
      return inferCall(callee, arguments, expecting: expecting, at: span)
    case .index(let base, let arguments): return inferIndex(base, arguments, at: span)
    case .prefix(let name, let operand): return inferPrefix(name, operand, at: span)
    case .postfix(_, let name):
      return unsupported(
        "the postfix operator '\(name.text)'",
        at: span,
        help: "write both ends of the range"
      )
    case .infix(let left, let name, let right):
      return inferInfix(left, name, right, expecting: expecting, at: span)
    case .conditional(let condition, let then, let otherwise):
      return inferConditional(condition, then, otherwise, expecting: expecting, at: span)
    case .closure(let closure): return inferClosure(closure, expecting: expecting, at: span)
    case .cast(let value, let keyword, let type):
      return inferCast(value, keyword, type, at: span)
    case .inout(let inner): return inferInout(inner, at: span)
    case .optionalChain(let optional): return inferChainLink(optional, at: span)
    case .forceUnwrap(let value): return inferForceUnwrap(value, at: span)
    case .nilLiteral: return inferNil(expecting: expecting, at: span)
    case .attempt(let value, let keyword):
      return inferAttempt(value, keyword, expecting: expecting, at: span)
    case .statement(let statement):
      return inferStatement(statement, expecting: expecting, at: span)
    case .type:
      return unsupported("a type as a value", at: span, help: "call it, as in '[Int]()'")
    case .invalid: return invalid(at: span)
    }
  }

  func unsupported(_ what: String, at span: SourceSpan, help: String) -> Inferred {
    report(
      "unsupported",
      "\(what) cannot be used here: it is not part of the language yet",
      at: span,
      help: help
    )
    return invalid(at: span)
  }

  // MARK: - Literals

  private func inferInteger(
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

  private func inferFloat(_ text: String, isNegative: Bool, at span: SourceSpan) -> Inferred {
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

  private func inferString(_ segments: [StringSegment], at span: SourceSpan) -> Inferred {
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
      case .int, .double, .float, .bool, .string, .array, .arraySlice, .range, .closedRange,
        .optional, .host, .declared, .error, .never:
        break
      }
    }
    return expression
  }

  private func inferNil(expecting: Type?, at span: SourceSpan) -> Inferred {
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

  // MARK: - Collections

  private func inferArray(
    _ elements: [ExpressionNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    var element = inference.fresh()
    if let expecting, case .nominal(.array, let arguments) = inference.resolve(expecting) {
      element = arguments[0]
    } else if elements.contains(where: { if case .nilLiteral = $0.kind { true } else { false } }) {
      element = .optional(element)
    }
    var values: [Inferred] = []
    for node in elements {
      let inferred = infer(node, expecting: element)
      let snapshot = inference.snapshot()
      if let converted = tryConvert(inferred, to: element) {
        values.append(converted)
        continue
      }
      inference.rollback(to: snapshot)
      report(
        "mixed-array",
        "this element is of type '\(inference.describe(inferred.type))', but the others are "
          + "'\(inference.describe(element))'",
        at: node.span,
        help: conversionHelp(from: inferred.type, to: element) ?? "give all elements one type"
      )
    }
    let type = inference.fresh(.array(element))
    return Inferred(type: type, span: span) {
      let decided = self.decided(type, at: span)
      let built = values.map { self.coerce($0.build(), to: self.inference.zonk(element)) }
      if case .nominal(.host(let name), _) = decided {
        let literal = TypedExpression(.array(built), .array(self.inference.zonk(element)), at: span)
        return TypedExpression(.hostLiteral(name, literal), decided, at: span)
      }
      return TypedExpression(.array(built), decided, at: span)
    }
  }

  private func inferTuple(
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

  func inferIndex(
    _ base: ExpressionNode,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred {
    let collection = settled(infer(base))
    guard collection.type != .invalid else {
      for argument in arguments { _ = infer(argument.value) }
      return invalid(at: span)
    }
    if arguments.count == 1, case .nominal(let nominal, let elements) = collection.type,
      nominal == .array,
      let slice = inferSlice(of: collection, elements, arguments[0].value, at: span)
    {
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

  /// `array[a...]`, `array[..<b]` and `array[...b]`; nil for another subscript.
  private func inferSlice(
    of array: Inferred,
    _ elements: [Type],
    _ range: ExpressionNode,
    at span: SourceSpan
  ) -> Inferred? {
    let bound: ExpressionNode
    let intrinsic: Intrinsic
    switch range.kind {
    case .postfix(let lower, let name) where name.text == "...":
      (bound, intrinsic) = (lower, .sliceFrom)
    case .prefix(let name, let upper) where name.text == "..<":
      (bound, intrinsic) = (upper, .sliceUpTo)
    case .prefix(let name, let upper) where name.text == "...":
      (bound, intrinsic) = (upper, .sliceThrough)
    default: return nil
    }
    let index = convert(infer(bound, expecting: .int), to: .int)
    let type = Type.nominal(.arraySlice, elements)
    return Inferred(type: type, span: span) {
      TypedExpression(
        .intrinsic(intrinsic, [array.build(), index.build()]),
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
      return nominal == .range || nominal == .closedRange
    default: return false
    }
  }

  /// A subscript that the library or the lesson declares.
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
        help: "make an array of it: 'Array(…)'"
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

  // MARK: - Names and members

  private func inferName(_ name: NameNode, expecting: Type?) -> Inferred {
    switch lookUp(name.text) {
    case .variable(let id)?:
      noteUse(of: id, mutating: false)
      let type = session.variables[id.index].type
      return Inferred(type: type, span: name.span) {
        TypedExpression(.variable(id), self.inference.zonk(type), at: name.span)
      }
    case .functions(let symbols)?:
      return inferFunctionReference(name, symbols, expecting: expecting)
    case .member?: return infer(qualified(name), expecting: expecting)
    case .type?: return unknownName(name)
    case .poisoned(let cell)?:
      blockedBy = blockedBy ?? cell
      return invalid(at: name.span)
    case nil:
      if let own = inferOwnMember(name, expecting: expecting) { return own }
      return inferFunctionValue(name, expecting: expecting)
    }
  }

  /// A property that the library gives the type around, named without `self`.
  private func inferOwnMember(_ name: NameNode, expecting: Type?) -> Inferred? {
    guard let context = contexts.last(where: { $0.selfType != nil }), let type = context.selfType
    else { return nil }
    let kinds: [Callable.Kind]
    switch context.receiver {
    case .none: return nil
    case .type: kinds = [.staticProperty]
    case .value, .made: kinds = [.property]
    }
    guard !members(named: name.text, of: type, kinds).isEmpty else { return nil }
    return infer(qualified(name), expecting: expecting)
  }

  /// A function of the lesson as a value: the one that fits what is expected.
  private func inferFunctionReference(
    _ name: NameNode,
    _ symbols: [Callable],
    expecting: Type?
  ) -> Inferred {
    let fitting = symbols.first { symbol in
      let snapshot = inference.snapshot()
      defer { inference.rollback(to: snapshot) }
      return expecting.map { inference.unify(symbol.functionType, $0) } ?? true
    }
    let symbol = fitting ?? symbols[0]
    guard let id = symbol.function else { return invalid(at: name.span) }
    noteUse(of: id, at: name.span)
    let type = symbol.functionType
    return Inferred(type: type, span: name.span) {
      let captures = self.session.functions[id.index].captures
      return TypedExpression(captures.isEmpty ? .function(id) : .closure(id), type, at: name.span)
    }
  }

  /// A library function or an operator as a value: a closure that calls it.
  private func inferFunctionValue(_ name: NameNode, expecting: Type?) -> Inferred {
    let candidates = library.declarations(named: name.text).filter { $0.owner == nil }
    guard !candidates.isEmpty else { return unknownName(name) }
    var parameters: [Type]
    var result = inference.fresh()
    if let expecting,
      case .function(let expected, let expectedResult, _) = inference.resolve(expecting)
    {
      parameters = expected
      result = expectedResult
    } else if candidates.count == 1, candidates[0].genericCount == 0 {
      parameters = candidates[0].parameters.map(\.type)
      result = candidates[0].result
    } else {
      report(
        "cannot-infer",
        "'\(name.text)' as a value needs a type",
        at: name.span,
        help: "write a closure: '{ \(name.text)($0) }'"
      )
      return invalid(at: name.span)
    }
    let isOperator = name.text.first.map { !$0.isLetter && $0 != "_" } ?? false
    let arguments = parameters.indices.map { index in
      ArgumentNode(
        label: nil,
        value: ExpressionNode(.name("$\(index)", labels: nil), at: name.span)
      )
    }
    let call: ExpressionNode.Kind =
      isOperator && arguments.count == 2
      ? .infix(arguments[0].value, name, arguments[1].value)
      : isOperator && arguments.count == 1
        ? .prefix(name, arguments[0].value)
        : .call(ExpressionNode(.name(name.text, labels: nil), at: name.span), arguments: arguments)
    let body = StatementNode(.expression(ExpressionNode(call, at: name.span)), at: name.span)
    let closure = ClosureNode(
      parameters: nil,
      result: nil,
      shorthandCount: parameters.count,
      body: [body]
    )
    return inferClosure(closure, expecting: .function(parameters, result), at: name.span)
  }

  func unknownName(_ name: NameNode) -> Inferred {
    if typeNamed(name.text) != nil {
      return unsupported(
        "a type as a value",
        at: name.span,
        help: "call it, as in '\(name.text)(x)'"
      )
    }
    let known = Set(scopes.flatMap(\.keys)).union(library.names).union(["print", "show", "expect"])
    let near = nearestName(to: name.text, among: known.filter { $0.first?.isLetter == true })
    report(
      "unknown-name",
      "cannot find '\(name.text)' in scope",
      at: name.span,
      help: near.map { "did you mean '\($0)'?" }
        ?? "declare it with 'let' or 'func' above this line"
    )
    return invalid(at: name.span)
  }

  private func inferMember(
    _ base: ExpressionNode?,
    _ name: NameNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    guard let base else {
      guard let expecting else {
        report("cannot-infer", "'.\(name.text)' needs a type before the point", at: span)
        return invalid(at: span)
      }
      return inferStaticMember(of: inference.resolve(expecting), name, at: span)
    }
    if let type = typeMeant(by: base) { return inferStaticMember(of: type, name, at: span) }
    let value = settled(infer(base))
    if case .tuple(let elements) = value.type {
      return inferTupleElement(value, elements, name, at: span)
    }
    guard value.type != .invalid else { return invalid(at: span) }
    let properties = members(named: name.text, of: value.type, [.property])
    if properties.contains(where: \.isGetterMutating) {
      guard let place = inferPlace(base) else { return invalid(at: span) }
      return inferLibraryCall(name, properties, receiver: place, [], expecting: expecting, at: span)
    }
    if !properties.isEmpty {
      return inferLibraryCall(name, properties, receiver: value, [], expecting: expecting, at: span)
    }
    return unknownMember(name, of: value.type, at: span)
  }

  func inferTupleElement(
    _ value: Inferred,
    _ elements: [Type.TupleElement],
    _ name: NameNode,
    at span: SourceSpan
  ) -> Inferred {
    guard let index = Int(name.text) ?? elements.firstIndex(where: { $0.label == name.text }),
      elements.indices.contains(index)
    else {
      let labels = elements.enumerated().map { $0.element.label ?? String($0.offset) }
      report(
        "unknown-member",
        "a tuple of type '\(inference.describe(value.type))' has no element '\(name.text)'",
        at: name.span,
        help: "its elements are '\(labels.joined(separator: "', '"))'"
      )
      return invalid(at: span)
    }
    return Inferred(type: elements[index].type, span: span) {
      TypedExpression(
        .tupleElement(value.build(), index),
        self.inference.zonk(elements[index].type),
        at: span
      )
    }
  }

  private func inferStaticMember(of type: Type, _ name: NameNode, at span: SourceSpan) -> Inferred {
    guard type != .invalid else { return invalid(at: span) }
    if name.text == "self" {
      return unsupported("a type as a value", at: span, help: "use the type's name")
    }
    let candidates = members(named: name.text, of: type, [.staticProperty])
    if candidates.isEmpty, let wrapped = type.wrapped {
      // `.some` cases and static members are found through an optional too.
      if name.text == "none" {
        return Inferred(type: type, span: span) {
          TypedExpression(.none, self.inference.zonk(type), at: span)
        }
      }
      return inferStaticMember(of: inference.resolve(wrapped), name, at: span)
    }
    guard !candidates.isEmpty else { return unknownMember(name, of: type, at: span) }
    return inferLibraryCall(name, candidates, receiver: nil, [], expecting: nil, at: span)
  }

  func unknownMember(_ name: NameNode, of type: Type, at span: SourceSpan) -> Inferred {
    let described = inference.describe(type)
    if !members(named: name.text, of: type, [.method, .mutatingMethod, .staticMethod]).isEmpty {
      report(
        "method-as-value",
        "'\(name.text)' is a method of '\(described)'",
        at: name.span,
        help: "call it: '\(name.text)(…)'"
      )
      return invalid(at: span)
    }
    let near = nearestName(to: name.text, among: memberNames(of: type))
    report(
      "unknown-member",
      "a value of type '\(described)' has no member '\(name.text)'",
      at: name.span,
      help: near.map { "did you mean '\($0)'?" }
    )
    return invalid(at: span)
  }

  // MARK: - Operators

  private func inferPrefix(_ name: NameNode, _ operand: ExpressionNode, at span: SourceSpan)
    -> Inferred
  {
    if name.text == "-" {
      // A minus right before a literal belongs to it: -9223372036854775808 is an Int.
      switch operand.kind {
      case .integer(let magnitude, let text):
        return inferInteger(magnitude, text, isNegative: true, at: span)
      case .float(let text): return inferFloat(text, isNegative: true, at: span)
      default: break
      }
    }
    if name.text == "..." || name.text == "..<" {
      return unsupported(
        "a range without a lower end",
        at: span,
        help: "write both ends: '0\(name.text)n'"
      )
    }
    return inferOperator(name, [infer(operand)], at: span)
  }

  private func inferInfix(
    _ left: ExpressionNode,
    _ name: NameNode,
    _ right: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    switch name.text {
    case "&&", "||":
      let a = convert(infer(left, expecting: .bool), to: .bool)
      let b = convert(infer(right, expecting: .bool), to: .bool)
      let isAnd = name.text == "&&"
      return Inferred(type: .bool, span: span) {
        TypedExpression(
          isAnd ? .and(a.build(), b.build()) : .or(a.build(), b.build()),
          .bool,
          at: span
        )
      }
    case "??": return inferCoalescing(left, right, expecting: expecting, at: span)
    default: break
    }
    if let test = inferNilTest(left, name, right, at: span) { return test }
    return inferOperator(name, [infer(left), infer(right)], at: span)
  }

  /// `x == nil` and `x != nil`, which ask nothing of the wrapped type.
  private func inferNilTest(
    _ left: ExpressionNode,
    _ name: NameNode,
    _ right: ExpressionNode,
    at span: SourceSpan
  ) -> Inferred? {
    guard name.text == "==" || name.text == "!=" else { return nil }
    let node: ExpressionNode
    if case .nilLiteral = right.kind {
      node = left
    } else if case .nilLiteral = left.kind {
      node = right
    } else {
      return nil
    }
    let value = settled(infer(node))
    guard value.type.wrapped != nil else {
      if value.type != .invalid {
        report(
          "not-optional",
          "only an optional can be nil, but this is of type '\(inference.describe(value.type))'",
          at: span,
          help: "there is always a value: remove the comparison"
        )
      }
      return invalid(at: span)
    }
    return Inferred(type: .bool, span: span) {
      let test = TypedExpression(.intrinsic(.isPresent, [value.build()]), .bool, at: span)
      return name.text == "!=" ? test : TypedExpression(.intrinsic(.not, [test]), .bool, at: span)
    }
  }

  private func inferCoalescing(
    _ left: ExpressionNode,
    _ right: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    let value = settled(infer(left))
    guard case .nominal(.optional, let arguments) = value.type else {
      if value.type != .invalid {
        report(
          "not-optional",
          "'??' needs an optional on its left, but this is of type '\(inference.describe(value.type))'",
          at: left.span,
          help: "remove '?? …': there is always a value"
        )
      }
      return invalid(at: span)
    }
    let fallback = infer(right, expecting: arguments[0])
    var type = arguments[0]
    if case .nominal(.optional, _) = inference.resolve(fallback.type) { type = value.type }
    let converted = convert(fallback, to: type)
    return Inferred(type: type, span: span) {
      TypedExpression(
        .coalesce(value.build(), converted.build()),
        self.inference.zonk(type),
        at: span
      )
    }
  }

  private func inferForceUnwrap(_ node: ExpressionNode, at span: SourceSpan) -> Inferred {
    let value = settled(infer(node))
    guard case .nominal(.optional, let arguments) = value.type else {
      if value.type != .invalid {
        report(
          "not-optional",
          "'!' needs an optional, but this is of type '\(inference.describe(value.type))'",
          at: span,
          help: "remove '!': there is always a value"
        )
      }
      return invalid(at: span)
    }
    return Inferred(type: arguments[0], span: span) {
      TypedExpression(
        .intrinsic(.forceUnwrap, [value.build()]),
        self.inference.zonk(arguments[0]),
        at: span
      )
    }
  }

  private func inferConditional(
    _ condition: ExpressionNode,
    _ then: ExpressionNode,
    _ otherwise: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    let test = convert(infer(condition, expecting: .bool), to: .bool)
    var first = infer(then, expecting: expecting)
    var second = infer(otherwise, expecting: expecting ?? first.type)
    var type = first.type
    if let expecting, inference.isConcrete(expecting) {
      type = expecting
      first = convert(first, to: expecting)
      second = convert(second, to: expecting)
    } else {
      second = convert(second, to: type)
    }
    return Inferred(type: type, span: span) {
      TypedExpression(
        .conditional(test.build(), first.build(), second.build()),
        self.inference.zonk(type),
        at: span
      )
    }
  }
}

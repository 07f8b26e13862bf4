/// Reads the Swift signatures that the library is declared with.
///
/// The grammar is the part of Swift's that declarations of value types need:
/// `[static] [mutating] func name<T: Trait>(label name: Type = default) throws -> Type where T == U`,
/// `[static] var name: Type { get set }`, `init(…)`, `subscript(…) -> Type { get set }`; parameters may
/// be `inout`, variadic, `@escaping`, `@autoclosure` or of a `@ResultBuilder`. Signatures are part of the
/// product's source, so a mistake in one is a programmer's error.
struct SignatureParser {
  private var tokens: [Substring]
  private var index = 0
  private var generics: [String: Int] = [:]
  private var selfType: Type?
  private let hostTypes: [String: HostType]
  private var constraints: [(parameter: Int, trait: Trait)] = []

  static func parse(
    _ signature: String,
    owner: String?,
    implementation: Callable.Implementation,
    hostTypes: [String: HostType]
  ) -> Callable {
    var parser = SignatureParser(signature, hostTypes: hostTypes)
    return parser.declaration(signature, owner: owner, implementation: implementation)
  }

  /// Returns the declared name without parsing the rest.
  ///
  /// Every signature of the library is looked at when a session begins, so it is read by bytes.
  static func name(of signature: String) -> Substring {
    let text = signature.utf8
    var start = text.startIndex
    while let end = text[start...].firstIndex(where: { !isIdentifierByte($0) }), end > start {
      switch String(signature[start..<end]) {
      case "func", "var":
        return declaredName(in: signature, from: text.index(after: end))
      case "static", "mutating", "prefix", "postfix", "infix": start = text.index(after: end)
      case let word: return word == "init" ? "init" : "subscript"
      }
    }
    return ""
  }

  /// Returns the identifier or the operator that stands at a place.
  private static func declaredName(in signature: String, from start: String.Index) -> Substring {
    let rest = signature.utf8[start...]
    guard let first = rest.first, isIdentifierByte(first) else {
      return signature[start..<(rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex)]
    }
    return signature[start..<(rest.firstIndex { !isIdentifierByte($0) } ?? rest.endIndex)]
  }

  /// What stands between separators, which most owners have none of.
  private static func parts(of text: String, _ separators: UInt8...) -> [Substring] {
    guard text.utf8.contains(where: { separators.contains($0) }) else { return [text[...]] }
    return text.utf8.split { separators.contains($0) }.map { Substring($0) }
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private init(_ text: String, hostTypes: [String: HostType]) {
    self.hostTypes = hostTypes
    tokens = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      guard bytes[start] != UInt8(ascii: " ") else {
        start = bytes.index(after: start)
        continue
      }
      let end = Self.endOfToken(in: bytes, from: start)
      tokens.append(text[start..<end])
      start = end
    }
  }

  private static func endOfToken(
    in bytes: String.UTF8View,
    from start: String.Index
  ) -> String.Index {
    let rest = bytes[start...]
    let next = bytes.index(after: start)
    let first = bytes[start]
    let second = next < bytes.endIndex ? bytes[next] : 0
    func end(_ from: String.Index, _ isPart: (UInt8) -> Bool) -> String.Index {
      bytes[from...].firstIndex { !isPart($0) } ?? bytes.endIndex
    }
    if isDigit(first) || (first == UInt8(ascii: "-") && isDigit(second)) {
      return end(next) { isDigit($0) || ".e-".utf8.contains($0) }
    }
    if isIdentifierByte(first) { return end(next, isIdentifierByte) }
    if first == UInt8(ascii: "\"") {
      let quote = bytes[next...].firstIndex(of: first) ?? next
      return bytes.index(after: quote)
    }
    if rest.starts(with: "->".utf8) { return bytes.index(after: next) }
    if rest.starts(with: "...)".utf8) || rest.starts(with: "...,".utf8) {
      return bytes.index(start, offsetBy: 3)
    }
    if "()[]<>,:?.{}@".utf8.contains(first) { return next }
    let last = end(start) { "+-*/%<>=!&|^~.?".utf8.contains($0) }
    return last == start ? next : last
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private var peek: Substring? { index < tokens.count ? tokens[index] : nil }

  private mutating func take() -> Substring {
    defer { index += 1 }
    return index < tokens.count ? tokens[index] : ""
  }

  private mutating func skip(_ token: Substring) -> Bool {
    guard peek == token else { return false }
    index += 1
    return true
  }
}

// MARK: - Declarations

extension SignatureParser {
  private mutating func declaration(
    _ signature: String,
    owner: String?,
    implementation: Callable.Implementation
  ) -> Callable {
    var sameTypes: [(Type, Type)] = []
    if let owner {
      let parts = Self.parts(of: owner, UInt8(ascii: " "))
      sameTypes += enterOwner(parts.first.map { String($0) } ?? owner)
      // An extension of a constrained type: "Array where Element == String".
      if parts.count == 5 { sameTypes.append((ownerElement, namedType(parts[4]))) }
      if parts.count == 4, parts[2] == "Element:", let trait = Trait(rawValue: String(parts[3])) {
        constraints.append((elementParameter(&sameTypes), trait))
      }
    }
    var isStatic = false
    var isMutating = false
    var isThrowing = false
    var isRethrowing = false
    while let word = peek, ["static", "mutating", "prefix"].contains(word) {
      isStatic = isStatic || word == "static"
      isMutating = isMutating || word == "mutating"
      index += 1
    }
    var parameters: [Callable.Parameter] = []
    var result = Type.void
    let keyword = take()
    var name = String(keyword)
    var kind = Callable.Kind.function
    switch keyword {
    case "var":
      name = String(take())
      _ = skip(":")
      result = type()
      kind = isStatic ? .staticProperty : .property
    case "init":
      let isFailable = skip("?")
      genericParameters()
      parameters = parameterList()
      result = selfType ?? .invalid
      if isFailable { result = .optional(result) }
      isThrowing = skip("throws")
      isRethrowing = skip("rethrows")
      kind = .initializer
    case "subscript":
      parameters = parameterList()
      if skip("->") { result = type() }
      kind = .subscripting
    default:
      name = operatorOrName()
      genericParameters()
      parameters = parameterList()
      isThrowing = skip("throws")
      isRethrowing = skip("rethrows")
      if skip("->") { result = type() }
      let isOperator = !(name.first?.isLetter ?? true)
      if selfType != nil, !isOperator {
        kind = isStatic ? .staticMethod : isMutating ? .mutatingMethod : .method
      }
    }
    if skip("where") {
      repeat {
        let left = type()
        _ = take()
        sameTypes.append((left, type()))
      } while skip(",")
    }
    let isOperator = kind == .function
    let isSettable = skip("{") && declaresSetter()
    return Callable(
      name: name,
      kind: kind,
      owner: isOperator ? nil : selfType,
      genericCount: generics.count,
      constraints: constraints,
      sameTypes: sameTypes,
      parameters: parameters,
      result: result,
      isThrowing: isThrowing,
      isRethrowing: isRethrowing,
      isSettable: isSettable,
      implementation: implementation,
      signature: signature
    )
  }

  private mutating func operatorOrName() -> String {
    var name = String(take())
    if name.first?.isLetter == true || name.first == "_" { return name }
    // An operator may have been cut at `<` or `>`: join until the parameters or generics begin.
    while let next = peek, next != "(", !(next == "<" && isGenericList(after: index)) {
      name += String(next)
      index += 1
    }
    return name
  }

  private func isGenericList(after index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].first?.isLetter == true
  }

  private mutating func enterOwner(_ name: String) -> [(Type, Type)] {
    switch name {
    case "Sequence", "Collection":
      generics["Self"] = 0
      constraints.append((0, name == "Sequence" ? .sequence : .collection))
      selfType = .parameter(0)
    case "Array", "ArraySlice", "Optional", "Range", "ClosedRange":
      generics[name == "Optional" ? "Wrapped" : name.hasSuffix("Range") ? "Bound" : "Element"] = 0
      selfType = .nominal(Self.nominals[name] ?? .array, [.parameter(0)])
    case "Set":
      generics["Element"] = 0
      constraints.append((0, .hashable))
      selfType = .nominal(.set, [.parameter(0)])
    case "Dictionary", "Dictionary.Keys", "Dictionary.Values":
      generics = ["Key": 0, "Value": 1]
      constraints.append((0, .hashable))
      selfType = .nominal(Self.nominals[name] ?? .dictionary, [.parameter(0), .parameter(1)])
    case "BinaryInteger", "FloatingPoint", "SignedNumeric", "Numeric", "Comparable":
      generics["Self"] = 0
      if let trait = Trait(rawValue: name) { constraints.append((0, trait)) }
      selfType = .parameter(0)
    default:
      // A generic type of the host: `PandaResult<Model>`.
      let parts = Self.parts(of: name, UInt8(ascii: "<"), UInt8(ascii: ","), UInt8(ascii: ">"))
      for parameter in parts.dropFirst() { generics[String(parameter)] = generics.count }
      selfType =
        parts.count == 1
        ? namedType(parts[0])
        : .nominal(.host(String(parts[0])), (0..<generics.count).map { .parameter($0) })
    }
    return []
  }

  /// `Element` inside the owner.
  private var ownerElement: Type {
    generics["Self"] == 0 ? .element(.parameter(0)) : .parameter(0)
  }

  private mutating func elementParameter(_ sameTypes: inout [(Type, Type)]) -> Int {
    guard generics["Self"] == 0 else { return 0 }
    let parameter = generics.count
    generics["Element"] = parameter
    sameTypes.append((.parameter(parameter), .element(.parameter(0))))
    return parameter
  }

  private mutating func genericParameters() {
    guard peek == "<" else { return }
    index += 1
    while let token = peek, token != ">" {
      let parameter = generics.count
      generics[String(take())] = parameter
      if skip(":"), let trait = Trait(rawValue: String(take())) {
        constraints.append((parameter, trait))
      }
      _ = token
      _ = skip(",")
    }
    index += 1
  }

  private mutating func parameterList() -> [Callable.Parameter] {
    var parameters: [Callable.Parameter] = []
    guard skip("(") else { return parameters }
    while let token = peek, token != ")" {
      _ = token
      var builder: String?
      while skip("@") { builder = String(take()) }
      let first = take()
      if peek != ":" { index += 1 }
      _ = skip(":")
      var parameter = parameter(label: first == "_" ? nil : String(first))
      parameter.resultBuilder = builder
      parameters.append(parameter)
      _ = skip(",")
    }
    index += 1
    return parameters
  }

  /// The type of a parameter, with what stands before and behind it.
  private mutating func parameter(label: String?) -> Callable.Parameter {
    var isAutoclosure = false
    while skip("@") {
      if take() == "autoclosure" { isAutoclosure = true }
    }
    let isInout = skip("inout")
    var type = type()
    if isAutoclosure, case .function(_, let result, _) = type { type = result }
    let isVariadic = skip("...")
    if isInout { type = .inout(type) }
    return Callable.Parameter(
      label: label,
      type: isVariadic ? .array(type) : type,
      defaultValue: defaultValue(),
      isVariadic: isVariadic,
      isAutoclosure: isAutoclosure
    )
  }

  /// Whether `set` is in `{ get set }`, its brace already taken.
  private mutating func declaresSetter() -> Bool {
    var isSettable = false
    while let word = peek, word != "}" {
      if word == "set" { isSettable = true }
      index += 1
    }
    return isSettable
  }

  private mutating func defaultValue() -> DefaultValue? {
    skip("=") ? value() : nil
  }

  private mutating func value() -> DefaultValue? {
    if skip("[") {
      index += 1
      return .emptyArray
    }
    let token = take()
    if token == "." {
      let name = String(take())
      return peek == "(" ? call(of: name, isMember: true) : .member(name)
    }
    if token == "-.", skip("infinity") { return .double(-.infinity) }
    if peek == "(" { return call(of: String(token), isMember: false) }
    if token == "nil" { return DefaultValue.none }
    if token == "true" || token == "false" { return .bool(token == "true") }
    if token.first == "\"" { return .string(String(token.dropFirst().dropLast())) }
    if let int = Int(token) { return .int(int) }
    return Double(token).map(DefaultValue.double)
  }

  private mutating func call(of name: String, isMember: Bool) -> DefaultValue {
    var arguments: [(label: String?, value: DefaultValue)] = []
    index += 1
    while let token = peek, token != ")" {
      let isLabelled = index + 1 < tokens.count && tokens[index + 1] == ":"
      if isLabelled { index += 2 }
      guard let value = value() else { break }
      arguments.append((isLabelled ? String(token) : nil, value))
      _ = skip(",")
    }
    index += 1
    return .call(name, isMember: isMember, arguments: arguments)
  }
}

// MARK: - Types

extension SignatureParser {
  private static let nominals: [String: Nominal] = listedTypes.merging([
    "Int": .int, "Double": .double, "Float": .float, "Bool": .bool, "String": .string,
    "Substring": .substring, "Character": .character, "String.Index": .stringIndex,
    "CharacterSet": .characterSet,
    "Array": .array,
    "ArraySlice": .arraySlice, "Range": .range, "ClosedRange": .closedRange,
    "Optional": .optional, "Zip2Sequence": .zip2Sequence,
    "EnumeratedSequence": .enumeratedSequence, "ReversedCollection": .reversedCollection,
    "StrideTo": .strideTo, "StrideThrough": .strideThrough, "Set": .set,
    "Dictionary": .dictionary, "Dictionary.Keys": .dictionaryKeys,
    "Dictionary.Values": .dictionaryValues,
  ]) { first, _ in first }

  private static let listedTypes = Dictionary(
    uniqueKeysWithValues: IntegerType.allCases.map { ($0.rawValue, Nominal.integer($0)) }
      + LibraryEnumeration.allCases.map { ($0.rawValue, Nominal.enumeration($0)) }
  )

  private mutating func type() -> Type {
    var type = primaryType()
    while skip("?") { type = .optional(type) }
    return type
  }

  private mutating func primaryType() -> Type {
    if skip("[") {
      let element = type()
      let value = skip(":") ? type() : nil
      _ = skip("]")
      return value.map { .dictionary(element, $0) } ?? .array(element)
    }
    if skip("(") {
      var elements: [Type.TupleElement] = []
      while let token = peek, token != ")" {
        _ = token
        var label: String?
        if index + 1 < tokens.count, tokens[index + 1] == ":" {
          label = String(take())
          index += 1
        }
        while skip("@") { index += 1 }
        let isInout = skip("inout")
        elements.append(.init(label, isInout ? .inout(type()) : type()))
        _ = skip(",")
      }
      index += 1
      let isThrowing = skip("throws")
      if skip("->") { return .function(elements.map(\.type), type(), isThrowing: isThrowing) }
      return elements.count == 1 && elements[0].label == nil ? elements[0].type : .tuple(elements)
    }
    var name = String(take())
    while peek == ".", index + 1 < tokens.count, isType("\(name).\(tokens[index + 1])") {
      name += ".\(tokens[index + 1])"
      index += 2
    }
    var arguments: [Type] = []
    if peek == "<" {
      index += 1
      while let token = peek, token != ">" {
        _ = token
        arguments.append(type())
        _ = skip(",")
      }
      index += 1
    }
    var result =
      arguments.isEmpty
      ? namedType(Substring(name)) : .nominal(Self.nominals[name] ?? .host(name), arguments)
    if peek == ".", index + 1 < tokens.count, tokens[index + 1] == "Element" {
      index += 2
      result = .element(result)
    }
    return result
  }

  /// Whether a type has a name of several parts.
  private func isType(_ name: String) -> Bool {
    hostTypes[name] != nil || Self.nominals[name] != nil
  }

  private func namedType(_ name: Substring) -> Type {
    let name = String(name)
    if let parameter = generics[name] { return .parameter(parameter) }
    if name == "Element" { return ownerElement }
    if name == "Self", let selfType { return selfType }
    if name == "Void" { return .void }
    if name == "Never" { return .never }
    if name == "Error" { return .error }
    if let nominal = Self.nominals[name] { return .nominal(nominal, []) }
    return hostTypes[name] != nil ? .nominal(.host(name), []) : .invalid
  }
}

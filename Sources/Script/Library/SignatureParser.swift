/// Reads the Swift signatures that the library is declared with.
///
/// The grammar is the part of Swift's that declarations of value types need:
/// `[static] [mutating] func name<T: Trait>(label name: Type = default) throws -> Type where T == U`,
/// `[static] var name: Type { get set }`, `init(…)`, `subscript(…) -> Type { get set }`; parameters may
/// be `inout`, variadic, `@escaping`, `@autoclosure` or of a `@ResultBuilder`. Signatures are part of the
/// product's source, so a mistake in one is a programmer's error.
struct SignatureParser {
  private var tokens: [String]
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

  /// Returns where the declared name stands in the bytes of a signature, without parsing the rest.
  ///
  /// Every signature of the library is looked at when a session begins.
  static func name(in signature: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    while true {
      let end = endOfIdentifier(in: signature, from: start)
      guard end > start, end < signature.count else { return start..<end }
      switch (signature[start], end - start) {
      case (UInt8(ascii: "f"), 4), (UInt8(ascii: "v"), 3):  // func, var
        let name = end + 1
        let behind = endOfIdentifier(in: signature, from: name)
        if behind > name { return name..<behind }
        return name..<(signature[name...].firstIndex(of: UInt8(ascii: " ")) ?? signature.count)
      case (UInt8(ascii: "i"), 4), (UInt8(ascii: "s"), 9):  // init, subscript
        return start..<end
      default: start = end + 1  // static, mutating, prefix, postfix, infix
      }
    }
  }

  private static func endOfIdentifier(
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int {
    var end = start
    while end < text.count, isIdentifierByte(text[end]) { end += 1 }
    return end
  }

  /// What stands between separators, which most owners have none of.
  private static func parts(of text: String, _ separators: UInt8...) -> [Substring] {
    guard text.utf8.contains(where: { separators.contains($0) }) else { return [text[...]] }
    return text.utf8.split { separators.contains($0) }.map { Substring($0) }
  }

  static func isIdentifierByte(_ byte: UInt8) -> Bool {
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
    var text = text
    text.withUTF8 { bytes in
      tokens.reserveCapacity(bytes.count / 3)
      var start = 0
      while start < bytes.count {
        guard bytes[start] != UInt8(ascii: " ") else {
          start += 1
          continue
        }
        let end = Self.endOfToken(in: bytes, from: start)
        tokens.append(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end
      }
    }
  }

  private static func endOfToken(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { start + offset < bytes.count ? bytes[start + offset] : 0 }
    func end(_ from: Int, _ isPart: (UInt8) -> Bool) -> Int {
      var end = from
      while end < bytes.count, isPart(bytes[end]) { end += 1 }
      return end
    }
    let next = start + 1
    switch bytes[start] {
    case let first where isDigit(first) || (first == UInt8(ascii: "-") && isDigit(byte(1))):
      return end(next) {
        isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e")
          || $0 == UInt8(ascii: "-")
      }
    case let first where isIdentifierByte(first): return end(next, isIdentifierByte)
    case UInt8(ascii: "\""):
      let quote = end(next) { $0 != UInt8(ascii: "\"") }
      return min(quote + 1, bytes.count)
    case UInt8(ascii: "-") where byte(1) == UInt8(ascii: ">"): return start + 2
    case UInt8(ascii: ".") where byte(1) == UInt8(ascii: ".") && byte(2) == UInt8(ascii: "."):
      if byte(3) == UInt8(ascii: ")") || byte(3) == UInt8(ascii: ",") { return start + 3 }
      return next
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "@"):
      return next
    default: return max(next, end(start, isOperatorByte))
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isOperatorByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "<")...UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "|"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private var peek: String? { index < tokens.count ? tokens[index] : nil }

  private mutating func take() -> String {
    defer { index += 1 }
    return index < tokens.count ? tokens[index] : ""
  }

  private mutating func skip(_ token: String) -> Bool {
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
      if parts.count == 5 { sameTypes.append((ownerElement, namedType(String(parts[4])))) }
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
    var name = keyword
    var kind = Callable.Kind.function
    switch keyword {
    case "var":
      name = take()
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
    var name = take()
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
    case "Array", "ArraySlice", "Optional", "Range", "ClosedRange", "PartialRangeFrom",
      "PartialRangeUpTo", "PartialRangeThrough":
      let isRange = name.utf8.contains(UInt8(ascii: "R"))
      generics[name == "Optional" ? "Wrapped" : isRange ? "Bound" : "Element"] = 0
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
        ? namedType(String(parts[0]))
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
      generics[take()] = parameter
      if skip(":"), let trait = Trait(rawValue: take()) {
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
      while skip("@") { builder = take() }
      let first = take()
      if peek != ":" { index += 1 }
      _ = skip(":")
      var parameter = parameter(label: first == "_" ? nil : first)
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
      let name = take()
      return peek == "(" ? call(of: name, isMember: true) : .member(name)
    }
    if token == "-.", skip("infinity") { return .double(-.infinity) }
    if peek == "(" { return call(of: token, isMember: false) }
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
      arguments.append((isLabelled ? token : nil, value))
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
    "CharacterSet": .characterSet, "Hasher": .hasher,
    "Array": .array,
    "ArraySlice": .arraySlice, "Range": .range, "ClosedRange": .closedRange,
    "PartialRangeFrom": .partialRangeFrom, "PartialRangeUpTo": .partialRangeUpTo,
    "PartialRangeThrough": .partialRangeThrough, "String.UTF8View": .utf8View,
    "String.UTF16View": .utf16View, "String.UnicodeScalarView": .unicodeScalarView,
    "Unicode.Scalar": .unicodeScalar,
    "Optional": .optional, "Zip2Sequence": .zip2Sequence,
    "EnumeratedSequence": .enumeratedSequence, "ReversedCollection": .reversedCollection,
    "FlattenSequence": .flattenSequence,
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
          label = take()
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
    var name = take()
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
      ? namedType(name) : .nominal(Self.nominals[name] ?? .host(name), arguments)
    if peek == ".", index + 1 < tokens.count, tokens[index + 1] == "Element" {
      index += 2
      result = .element(result)
    }
    if peek == ".", index + 1 < tokens.count, tokens[index + 1] == "Type" {
      index += 2
      result = .nominal(.metatype, [result])
    }
    return result
  }

  /// Whether a type has a name of several parts.
  private func isType(_ name: String) -> Bool {
    hostTypes[name] != nil || Self.nominals[name] != nil
  }

  private func namedType(_ name: String) -> Type {
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

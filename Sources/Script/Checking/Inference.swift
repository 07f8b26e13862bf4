/// Type variables and what is known of them: unification with literals, traits and undo.
///
/// A literal begins as a variable that remembers which literal it was; it takes the type that its
/// surroundings demand, and Swift's default (`Int`, `Double`, `Array`) where they demand nothing.
/// When two variables meet, the older one stands for both, so that "all variables made since"
/// names exactly those that belong to one statement.
final class Inference {
  enum Literal: Hashable {
    case integer
    case float
    case array(Type)
    case dictionary(Type, Type)
    /// A text, and whether it is one character.
    case text(isCharacter: Bool)

    /// Whether the literal can be of a type, as far as the type's name tells.
    func mayBe(_ nominal: Nominal) -> Bool {
      switch (self, nominal) {
      case (.integer, .int), (.integer, .integer), (.integer, .double), (.integer, .float): true
      case (.float, .double), (.float, .float): true
      case (.text, .string), (.text, .substring): true
      case (.text(let isCharacter), .character): isCharacter
      case (.array, .array), (.array, .set), (.array, .host): true
      case (.dictionary, .dictionary): true
      default: false
      }
    }
  }

  struct State {
    var binding: Type?
    var literal: Literal?
    var traits: [Trait] = []
  }

  private var states: [State] = []
  private var trail: [(index: Int, state: State)] = []
  /// Equalities with the element of a sequence that is not known yet.
  private var deferred: [(Type, Type)] = []
  private let hostTypes: [String: HostType]
  /// What the lesson's types conform to.
  var conformances: [DeclaredType: Conformance] = [:]

  init(hostTypes: [String: HostType]) {
    self.hostTypes = hostTypes
  }

  /// The number of variables made so far: a mark for `defaultLiterals(since:)`.
  var count: Int { states.count }

  func fresh(_ literal: Literal? = nil) -> Type {
    states.append(State(literal: literal))
    return .variable(states.count - 1)
  }

  // MARK: - Undo

  struct Snapshot {
    fileprivate var trail: Int
    fileprivate var deferred: [(Type, Type)]
  }

  func snapshot() -> Snapshot { Snapshot(trail: trail.count, deferred: deferred) }

  func rollback(to snapshot: Snapshot) {
    while trail.count > snapshot.trail {
      let entry = trail.removeLast()
      states[entry.index] = entry.state
    }
    deferred = snapshot.deferred
  }

  private func update(_ index: Int, _ change: (inout State) -> Void) {
    trail.append((index, states[index]))
    change(&states[index])
  }

  // MARK: - Reading

  /// Returns the type with its outermost variable replaced by what it is bound to.
  func resolve(_ type: Type) -> Type {
    var type = type
    while case .variable(let index) = type, let binding = states[index].binding { type = binding }
    if case .element(let sequence) = type, let element = elementType(of: sequence) {
      return resolve(element)
    }
    return type
  }

  /// Returns the type with all bound variables replaced.
  func zonk(_ type: Type) -> Type {
    switch resolve(type) {
    case .nominal(let nominal, let arguments): .nominal(nominal, arguments.map(zonk))
    case .tuple(let elements): .tuple(elements.map { .init($0.label, zonk($0.type)) })
    case .function(let parameters, let result, let isThrowing):
      .function(parameters.map(zonk), zonk(result), isThrowing: isThrowing)
    case .inout(let type): .inout(zonk(type))
    case .element(let sequence): .element(zonk(sequence))
    case let other: other
    }
  }

  func literal(of type: Type) -> Literal? {
    guard case .variable(let index) = resolve(type) else { return nil }
    return states[index].literal
  }

  /// Whether nothing in the type is left to decide.
  func isConcrete(_ type: Type) -> Bool {
    switch resolve(type) {
    case .nominal(_, let arguments): arguments.allSatisfy(isConcrete)
    case .tuple(let elements): elements.allSatisfy { isConcrete($0.type) }
    case .function(let parameters, let result, _):
      parameters.allSatisfy(isConcrete) && isConcrete(result)
    case .inout(let type): isConcrete(type)
    case .variable, .element, .parameter: false
    case .invalid: true
    }
  }

  /// Whether nothing but the types of literals is left to decide.
  func isForeseeable(_ type: Type) -> Bool {
    let snapshot = snapshot()
    defer { rollback(to: snapshot) }
    defaultLiterals(in: type)
    return isConcrete(type)
  }

  /// The type as messages write it: literals by the type they would have on their own.
  func describe(_ type: Type) -> String {
    let snapshot = snapshot()
    defer { rollback(to: snapshot) }
    defaultLiterals(in: type)
    return zonk(type).description
  }

  // MARK: - Unification

  /// Makes two types equal; on failure the caller rolls back.
  func unify(_ a: Type, _ b: Type) -> Bool {
    let a = resolve(a)
    let b = resolve(b)
    switch (a, b) {
    case (.invalid, _), (_, .invalid): return true
    case (.variable(let i), .variable(let j)): return i == j || merge(min(i, j), max(i, j))
    case (.variable(let i), _): return bind(i, to: b)
    case (_, .variable(let j)): return bind(j, to: a)
    case (.element, _), (_, .element):
      deferred.append((a, b))
      return true
    case (.nominal(let m, let x), .nominal(let n, let y)):
      return m == n && x.count == y.count && zip(x, y).allSatisfy { unify($0, $1) }
    case (.tuple(let x), .tuple(let y)):
      return x.count == y.count
        && zip(x, y).allSatisfy { left, right in
          (left.label == right.label || left.label == nil || right.label == nil)
            && unify(left.type, right.type)
        }
    case (.function(let x, let r, let mayThrow), .function(let y, let s, let mayCatch)):
      return mayThrow == mayCatch && x.count == y.count
        && zip(x, y).allSatisfy { unify($0, $1) } && unify(r, s)
    case (.inout(let x), .inout(let y)): return unify(x, y)
    case (.nominal, _), (.tuple, _), (.function, _), (.inout, _), (.parameter, _): return false
    }
  }

  /// Whether two types differ at their outermost, whatever is decided of them later.
  ///
  /// It costs a fraction of what unifying them would, and leaves nothing to undo.
  func differ(_ a: Type, _ b: Type) -> Bool {
    switch (resolve(a), resolve(b)) {
    case (.nominal(let m, _), .nominal(let n, _)): m != n
    case (.variable(let index), .nominal(let nominal, _)),
      (.nominal(let nominal, _), .variable(let index)):
      states[index].literal.map { !$0.mayBe(nominal) } ?? false
    case (.nominal, .tuple), (.nominal, .function), (.tuple, .nominal), (.function, .nominal),
      (.tuple, .function), (.function, .tuple):
      true
    default: false
    }
  }

  /// Whether an argument of a type can be none for a parameter of another, whatever is decided later.
  func excludes(_ parameter: Type, _ argument: Type) -> Bool {
    // What is optional or an error takes other types as well.
    switch parameter {
    case .nominal(.optional, _), .nominal(.error, _): false
    default: differ(parameter, argument)
    }
  }

  private func merge(_ older: Int, _ newer: Int) -> Bool {
    let first = states[older]
    let second = states[newer]
    var literal = first.literal ?? second.literal
    switch (first.literal, second.literal) {
    case (.integer, .float), (.float, .integer): literal = .float
    case (.array(let a), .array(let b)): guard unify(a, b) else { return false }
    case (.dictionary(let k, let v), .dictionary(let l, let w)):
      guard unify(k, l), unify(v, w) else { return false }
    case (.text(let a), .text(let b)): literal = .text(isCharacter: a && b)
    case (.integer, .integer), (.float, .float), (nil, _), (_, nil): break
    case (.array, .some), (.dictionary, .some), (.integer, .some), (.float, .some), (.text, .some):
      return false
    }
    let traits = first.traits + second.traits.filter { !first.traits.contains($0) }
    guard traits.allSatisfy({ Self.conforms(literal, to: $0) }) else { return false }
    update(newer) { $0.binding = .variable(older) }
    update(older) { state in
      state.literal = literal
      state.traits = traits
    }
    return true
  }

  private func bind(_ index: Int, to type: Type) -> Bool {
    guard !occurs(index, in: type) else { return false }
    let state = states[index]
    if let literal = state.literal, !accepts(literal, type) { return false }
    update(index) { $0.binding = type }
    return state.traits.allSatisfy { conforms(type, to: $0) }
  }

  private func accepts(_ literal: Literal, _ type: Type) -> Bool {
    guard case .nominal(let nominal, let arguments) = type, literal.mayBe(nominal) else {
      return false
    }
    switch (literal, nominal) {
    case (.array(let element), .host(let name)):
      return hostTypes[name]?.arrayLiteral != nil && acceptsHostElement(element)
    case (.array(let element), _):
      return arguments.count == 1 && unify(element, arguments[0])
    case (.dictionary(let key, let value), _):
      return arguments.count == 2 && unify(key, arguments[0]) && unify(value, arguments[1])
    case (.integer, _), (.float, _), (.text, _): return true
    }
  }

  /// Whether the elements of an array literal are literals themselves, to any depth.
  private func acceptsHostElement(_ element: Type) -> Bool {
    guard case .variable(let index) = resolve(element) else { return false }
    switch states[index].literal {
    case .array(let inner): return acceptsHostElement(inner) && bind(index, to: .array(inner))
    case .integer, .float, nil: return bind(index, to: .double)
    case .dictionary, .text: return false
    }
  }

  private func occurs(_ index: Int, in type: Type) -> Bool {
    switch resolve(type) {
    case .variable(let other): other == index
    case .nominal(_, let arguments): arguments.contains { occurs(index, in: $0) }
    case .tuple(let elements): elements.contains { occurs(index, in: $0.type) }
    case .function(let parameters, let result, _):
      parameters.contains { occurs(index, in: $0) } || occurs(index, in: result)
    case .inout(let type): occurs(index, in: type)
    case .element(let sequence): occurs(index, in: sequence)
    case .parameter, .invalid: false
    }
  }

  /// Tries the deferred equalities again; false where one of them cannot hold.
  func settleDeferred() -> Bool {
    let waiting = deferred
    deferred = []
    return waiting.allSatisfy { unify($0.0, $0.1) }
  }

  // MARK: - Defaults

  /// Gives the literals made since a mark the types they have on their own.
  func defaultLiterals(since mark: Int) {
    for index in mark..<max(mark, states.count) { defaultLiterals(in: .variable(index)) }
  }

  private func defaultLiterals(in type: Type) {
    switch resolve(type) {
    case .variable(let index):
      switch states[index].literal {
      case .integer: _ = bind(index, to: .int)
      case .float: _ = bind(index, to: .double)
      case .text: _ = bind(index, to: .string)
      case .array(let element):
        _ = bind(index, to: .array(element))
        defaultLiterals(in: element)
      case .dictionary(let key, let value):
        _ = bind(index, to: .dictionary(key, value))
        defaultLiterals(in: key)
        defaultLiterals(in: value)
      case nil: break
      }
    case .nominal(_, let arguments):
      for argument in arguments { defaultLiterals(in: argument) }
    case .tuple(let elements):
      for element in elements { defaultLiterals(in: element.type) }
    case .function(let parameters, let result, _):
      for type in parameters + [result] { defaultLiterals(in: type) }
    case .inout(let type): defaultLiterals(in: type)
    case .parameter, .element, .invalid: break
    }
  }

  // MARK: - Traits

  /// Whether a type conforms to a protocol; a variable takes the requirement on.
  func conforms(_ type: Type, to trait: Trait) -> Bool {
    switch resolve(type) {
    case .invalid: return true
    case .variable(let index):
      let literal = states[index].literal
      if trait == .numberLiteral { return literal == .integer || literal == .float }
      guard Self.conforms(literal, to: trait) else { return false }
      if !states[index].traits.contains(trait) { update(index) { $0.traits.append(trait) } }
      return true
    case .element, .parameter: return true
    case .function, .inout: return false
    case .tuple(let elements):
      switch trait {
      case .equatableOperand:
        return elements.count <= 6 && elements.allSatisfy { conforms($0.type, to: .equatable) }
      case .comparableOperand:
        return !elements.isEmpty && elements.count <= 6
          && elements.allSatisfy { conforms($0.type, to: .comparable) }
      default: return false
      }
    case .nominal(let nominal, let arguments):
      return conforms(nominal, arguments, to: trait)
    }
  }

  /// Whether what a literal may be conforms to a protocol; where there is none, anything may be.
  private static func conforms(_ literal: Literal?, to trait: Trait) -> Bool {
    switch literal {
    case .array, .dictionary: collectionTraits.contains(trait)
    case .text: textTraits.contains(trait)
    case .float: numericTraits.contains(trait) || trait == .floatingPoint
    case .integer:
      numericTraits.contains(trait) || trait == .floatingPoint || trait == .binaryInteger
    case nil: true
    }
  }

  private static let collectionTraits: Set<Trait> = [
    .sequence, .collection, .listSequence, .equatable, .equatableOperand, .hashable,
  ]

  private func conforms(_ nominal: Nominal, _ arguments: [Type], to trait: Trait) -> Bool {
    guard trait != .numberLiteral else { return false }
    if trait == .listSequence {
      return conformsAsType(nominal, arguments, to: .sequence)
        && !conformsAsType(nominal, arguments, to: .stringProtocol)
    }
    return conformsAsType(nominal, arguments, to: trait)
  }

  private static let equatableTraits: Set<Trait> = [.equatable, .equatableOperand, .hashable]
  private static let comparableTraits: Set<Trait> = equatableTraits.union(
    [.comparable, .comparableOperand]
  )
  private static let textTraits = comparableTraits.union([.sequence, .collection, .stringProtocol])
  private static let numericTraits: Set<Trait> = comparableTraits.union(
    [.additiveArithmetic, .numeric, .signedNumeric, .strideable]
  )

  private func conformsAsType(_ nominal: Nominal, _ arguments: [Type], to trait: Trait) -> Bool {
    switch nominal {
    case .int: return Self.numericTraits.contains(trait) || trait == .binaryInteger
    case .integer(let type):
      if trait == .signedNumeric { return type.isSigned }
      return Self.numericTraits.contains(trait) || trait == .binaryInteger
    case .double, .float: return Self.numericTraits.contains(trait) || trait == .floatingPoint
    case .bool, .enumeration, .metatype: return Self.equatableTraits.contains(trait)
    case .string, .substring: return Self.textTraits.contains(trait)
    case .utf8View, .utf16View, .unicodeScalarView:
      return trait == .sequence || trait == .collection
    case .character, .stringIndex, .unicodeScalar: return Self.comparableTraits.contains(trait)
    case .array, .arraySlice:
      if trait == .sequence || trait == .collection { return true }
      return Self.equatableTraits.contains(trait) && elementsConform(arguments, to: trait)
    case .dictionary, .set:
      if trait == .sequence { return true }
      return Self.equatableTraits.contains(trait) && elementsConform(arguments, to: trait)
    case .dictionaryKeys, .dictionaryValues: return trait == .sequence
    case .optional:
      return Self.equatableTraits.contains(trait) && elementsConform(arguments, to: trait)
    case .range, .closedRange:
      if trait == .sequence || trait == .collection {
        return arguments.allSatisfy { resolve($0).integerType != nil || unify($0, .int) }
      }
      return Self.equatableTraits.contains(trait)
    case .reversedCollection, .flattenSequence: return trait == .sequence || trait == .collection
    case .partialRangeFrom:
      return trait == .sequence && arguments.allSatisfy { unify($0, .int) }
    case .partialRangeUpTo, .partialRangeThrough: return false
    case .zip2Sequence, .enumeratedSequence, .strideTo, .strideThrough: return trait == .sequence
    case .declared(let type): return conforms(type, to: trait)
    case .error, .never, .characterSet, .hasher: return false
    case .host(let name):
      return (trait == .equatable || trait == .equatableOperand)
        && hostTypes[name]?.isEquatable == true
    }
  }

  private func elementsConform(_ arguments: [Type], to trait: Trait) -> Bool {
    arguments.allSatisfy { conforms($0, to: trait == .hashable ? .hashable : .equatable) }
  }

  private func conforms(_ type: DeclaredType, to trait: Trait) -> Bool {
    let traits = conformances[type]?.traits ?? []
    switch trait {
    case .equatableOperand: return traits.contains(.equatable)
    case .comparableOperand: return traits.contains(.comparable)
    default: return traits.contains(trait)
    }
  }

  /// Returns the type of a sequence's elements, or nil where it is unknown or no sequence.
  func elementType(of sequence: Type) -> Type? {
    switch resolve(sequence) {
    case .nominal(let nominal, let arguments): return nominal.elementType(arguments, elementType)
    case .variable(let index):
      switch states[index].literal {
      case .array(let element): return element
      case .dictionary(let key, let value):
        return .tuple([.init("key", key), .init("value", value)])
      case .text: return .character
      case .integer, .float, nil: return nil
      }
    case .invalid: return .invalid
    case .tuple, .function, .inout, .parameter, .element: return nil
    }
  }
}

/// Makes programs of the language at random: well typed, and over after a bounded number of steps.
///
/// All names end in the program's tag, so that programs can stand one behind another in one file.
struct ProgramGenerator {
  var random: SplitMix64
  let tag: String
  var lines: [String] = []
  private var indent = 0
  private var nameCount = 0

  /// What can be named where the next line goes.
  struct Scope {
    var variables: [Variable] = []
    /// What `return` needs here; nil outside of functions.
    var canReturn: GeneratedType?
  }

  struct Variable {
    var name: String
    var type: GeneratedType
    var isMutable: Bool
  }

  struct Function {
    var name: String
    var parameters: [GeneratedType]
    var result: GeneratedType
  }

  struct Structure {
    var name: String
    var fields: [(name: String, type: GeneratedType)]
  }

  struct Enumeration {
    var name: String
    var cases: [(name: String, payload: [GeneratedType])]
  }

  var scopes: [Scope] = [Scope()]
  private(set) var functions: [Function] = []
  private(set) var structures: [Structure] = []
  private(set) var enumerations: [Enumeration] = []

  /// Makes the program of a seed.
  ///
  /// - Parameters:
  ///   - seed: What decides it.
  ///   - tag: What its names end in.
  init(seed: UInt64, tag: String = "_") {
    random = SplitMix64(state: seed)
    self.tag = tag
    for _ in 0..<pick([0, 0, 1]) { declareStructure() }
    for _ in 0..<pick([0, 0, 1]) { declareEnumeration() }
    for _ in 0..<pick([0, 1, 1]) { declareFunction() }
    for _ in 0..<int(2...3) { statement(depth: int(1...2)) }
    for variable in scopes[0].variables { emit("print(\"\(variable.name)\", \(variable.name))") }
  }

  /// The source text.
  var text: String { lines.joined(separator: "\n") + "\n" }

  // MARK: - Chance

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func isLikely(_ percent: Int) -> Bool { int(1...100) <= percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[int(0...elements.count - 1)]
  }

  /// A type; a collection's elements are simple.
  mutating func anyType() -> GeneratedType {
    var types: [GeneratedType] = [.int, .int, .double, .bool, .string]
    types += [.optional(pick([.int, .double, .string])), .array(pick([.int, .double, .bool]))]
    types += structures.indices.map { .structure($0) }
    types += enumerations.indices.map { .enumeration($0) }
    return pick(types)
  }

  mutating func fresh(_ stem: String) -> String {
    nameCount += 1
    return "\(stem)\(nameCount)\(tag)"
  }

  // MARK: - Lines

  mutating func emit(_ line: String) {
    lines.append(String(repeating: "  ", count: indent) + line)
  }

  /// Writes lines one level deeper, in a scope of their own.
  mutating func block(
    _ head: String,
    binding variables: [Variable] = [],
    end: String = "}",
    _ body: (inout ProgramGenerator) -> Void
  ) {
    emit(head)
    indent += 1
    scopes.append(Scope(variables: variables, canReturn: scopes.last?.canReturn))
    body(&self)
    scopes.removeLast()
    indent -= 1
    emit(end)
  }

  mutating func declare(_ name: String, _ type: GeneratedType, isMutable: Bool) {
    let variable = Variable(name: name, type: type, isMutable: isMutable)
    scopes[scopes.count - 1].variables.append(variable)
  }

  /// The variables that can be seen.
  func visible(where fits: (Variable) -> Bool) -> [Variable] {
    scopes.flatMap(\.variables).filter(fits)
  }

  func spelling(_ type: GeneratedType) -> String {
    switch type {
    case .int: "Int"
    case .double: "Double"
    case .bool: "Bool"
    case .string: "String"
    case .optional(let wrapped): spelling(wrapped) + "?"
    case .array(let element): "[\(spelling(element))]"
    case .structure(let index): structures[index].name
    case .enumeration(let index): enumerations[index].name
    }
  }

  // MARK: - Declarations

  private mutating func declareStructure() {
    let fields = (0..<int(1...3)).map { index in
      (name: "f\(index)", type: pick([GeneratedType.int, .double, .bool, .string, .array(.int)]))
    }
    let name = fresh("S")
    block("struct \(name): Equatable {") { generator in
      for field in fields { generator.emit("var \(field.name): \(generator.spelling(field.type))") }
      let own = fields.map { Variable(name: $0.name, type: $0.type, isMutable: false) }
      generator.scopes[generator.scopes.count - 1].variables = own
      let score = generator.expression(.int, depth: 2)
      generator.emit("var score: Int { \(score) }")
      let words = generator.expression(.string, depth: 1)
      generator.emit("func words(_ n: Int) -> String { n > 1 ? \(words) : \"one\" }")
      let field = generator.pick(fields)
      let value = generator.expression(field.type, depth: 2, assignedTo: field.name)
      generator.emit("mutating func change() { \(field.name) = \(value) }")
    }
    structures.append(Structure(name: name, fields: fields))
  }

  private mutating func declareEnumeration() {
    let cases = (0..<int(2...4)).map { index in
      let payload = (0..<pick([0, 0, 1, 1, 2])).map { _ in
        pick([GeneratedType.int, .double, .string, .bool])
      }
      return (name: "c\(index)", payload: payload)
    }
    let name = fresh("E")
    block("enum \(name): Equatable {") { generator in
      for one in cases {
        let payload = one.payload.map(generator.spelling).joined(separator: ", ")
        generator.emit("case \(one.name)" + (payload.isEmpty ? "" : "(\(payload))"))
      }
    }
    enumerations.append(Enumeration(name: name, cases: cases))
  }

  private mutating func declareFunction() {
    let parameters = (0..<int(0...3)).map { index in
      Variable(name: "p\(index)", type: anyType(), isMutable: false)
    }
    let result = anyType()
    let name = fresh("f")
    let list = parameters.map { "_ \($0.name): \(spelling($0.type))" }.joined(separator: ", ")
    // A function sees its parameters alone: what it printed could else depend on when it is called.
    let outer = scopes
    scopes = [Scope(variables: [], canReturn: result)]
    block("func \(name)(\(list)) -> \(spelling(result)) {", binding: parameters) { generator in
      for _ in 0..<generator.int(0...1) { generator.statement(depth: 1) }
      generator.emit("return \(generator.expression(result, depth: 2))")
    }
    scopes = outer
    functions.append(
      Function(name: name, parameters: parameters.map(\.type), result: result)
    )
  }
}

/// A type of a generated program; its own types by their number.
indirect enum GeneratedType: Hashable {
  case int
  case double
  case bool
  case string
  case optional(GeneratedType)
  case array(GeneratedType)
  case structure(Int)
  case enumeration(Int)
}

/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

extension ProgramGenerator {
  /// Returns an expression of a type.
  mutating func expression(_ type: GeneratedType, depth: Int) -> String {
    let named = visible { $0.type == type }
    if !named.isEmpty, isLikely(depth > 0 ? 30 : 70) { return pick(named).name }
    guard depth > 0 else { return literal(type) }
    if isLikely(15), let call = call(of: type, depth: depth) { return call }
    if isLikely(10) {
      let (then, otherwise) = (
        expression(type, depth: depth - 1), expression(type, depth: depth - 1)
      )
      return "(\(expression(.bool, depth: depth - 1)) ? \(then) : \(otherwise))"
    }
    switch type {
    case .int: return integer(depth: depth)
    case .double: return number(depth: depth)
    case .bool: return condition(depth: depth)
    case .string: return string(depth: depth)
    case .optional(let wrapped):
      return isLikely(30)
        ? "(nil as \(spelling(type)))" : some(wrapped, expression(wrapped, depth: depth - 1))
    case .array(let element): return array(element, depth: depth)
    case .structure, .enumeration: return literal(type)
    }
  }

  /// Returns an expression that is not the name of what it is assigned to.
  mutating func expression(_ type: GeneratedType, depth: Int, assignedTo name: String) -> String {
    let value = expression(type, depth: depth)
    return value == name ? literal(type) : value
  }

  /// An optional of a written type: without one, swiftc takes some numbers for `Int128`.
  private func some(_ wrapped: GeneratedType, _ value: String) -> String {
    "Optional<\(spelling(wrapped))>(\(value))"
  }

  /// Returns an expression without operators.
  mutating func literal(_ type: GeneratedType) -> String {
    switch type {
    case .int: return String(int(0...20))
    case .double: return "\(int(0...9)).\(pick([0, 25, 5, 125]))"
    case .bool: return pick(["true", "false"])
    case .string: return pick(["\"a\"", "\"bc\"", "\"\"", "\"zé\"", "\"x y\""])
    case .optional(let wrapped):
      return isLikely(40) ? "(nil as \(spelling(type)))" : some(wrapped, literal(wrapped))
    case .array(let element):
      let elements = (0..<int(1...4)).map { _ in literal(element) }
      return "[\(elements.joined(separator: ", "))]"
    case .structure(let index):
      let fields = structures[index].fields.map { "\($0.name): \(literal($0.type))" }
      return "\(structures[index].name)(\(fields.joined(separator: ", ")))"
    case .enumeration(let index):
      let one = pick(enumerations[index].cases)
      let payload = one.payload.map { literal($0) }.joined(separator: ", ")
      return "\(enumerations[index].name).\(one.name)" + (payload.isEmpty ? "" : "(\(payload))")
    }
  }

  private mutating func call(of type: GeneratedType, depth: Int) -> String? {
    let fitting = functions.filter { $0.result == type }
    guard !fitting.isEmpty else { return nil }
    let function = pick(fitting)
    let arguments = function.parameters.map { expression($0, depth: depth - 1) }
    return "\(function.name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func operation(_ operators: [String], _ type: GeneratedType, _ depth: Int)
    -> String
  {
    "(\(expression(type, depth: depth - 1)) \(pick(operators)) \(expression(type, depth: depth - 1)))"
  }

  private mutating func integer(depth: Int) -> String {
    switch int(0...8) {
    case 0...2: return operation(["+", "-", "&+", "&*"], .int, depth)
    case 3: return "(\(expression(.int, depth: depth - 1)) \(pick(["/", "%"])) \(int(1...9)))"
    case 4: return "\(expression(.array(.int), depth: depth - 1)).count"
    case 5: return "(\(expression(.optional(.int), depth: depth - 1)) ?? \(literal(.int)))"
    case 6: return "\(expression(.string, depth: depth - 1)).count"
    case 7: return operation(["&", "|", "^"], .int, depth)
    default:
      guard let index = structures.indices.randomElement(using: &random) else {
        return literal(.int)
      }
      return "\(expression(.structure(index), depth: depth - 1)).score"
    }
  }

  private mutating func number(depth: Int) -> String {
    switch int(0...4) {
    case 0, 1: return operation(["+", "-", "*"], .double, depth)
    case 2: return "(\(expression(.double, depth: depth - 1)) / \(int(1...9)).5)"
    case 3: return "Double(\(expression(.int, depth: depth - 1)))"
    default: return "(\(expression(.optional(.double), depth: depth - 1)) ?? \(literal(.double)))"
    }
  }

  private mutating func condition(depth: Int) -> String {
    switch int(0...5) {
    case 0:
      return operation(["<", "<=", ">", ">=", "==", "!="], pick([.int, .double, .string]), depth)
    case 1: return operation(["&&", "||"], .bool, depth)
    case 2: return "(!\(expression(.bool, depth: depth - 1)))"
    case 3: return "(\(expression(.optional(.int), depth: depth - 1)) == nil)"
    case 4: return "\(expression(.array(.int), depth: depth - 1)).contains(\(literal(.int)))"
    default:
      let own: [GeneratedType] =
        structures.indices.map { .structure($0) } + enumerations.indices.map { .enumeration($0) }
      guard !own.isEmpty else { return literal(.bool) }
      return operation(["==", "!="], pick(own), depth)
    }
  }

  private mutating func string(depth: Int) -> String {
    switch int(0...3) {
    case 0: return operation(["+"], .string, depth)
    case 1:
      let inner = expression(pick([.int, .bool, .double]), depth: depth - 1)
      return "String(\(inner))"
    case 2:
      let names = visible { _ in true }
      guard !names.isEmpty else { return literal(.string) }
      return "\"<\\(\(pick(names).name))>\""
    default:
      guard let index = structures.indices.randomElement(using: &random) else {
        return operation(["+"], .string, depth)
      }
      return "\(expression(.structure(index), depth: depth - 1)).words(\(int(0...3)))"
    }
  }

  private mutating func array(_ element: GeneratedType, depth: Int) -> String {
    let list = "\(expression(.array(element), depth: depth - 1))"
    switch int(0...4) {
    case 0: return operation(["+"], .array(element), depth)
    case 1:
      let name = fresh("e")
      scopes.append(Scope(variables: [Variable(name: name, type: element, isMutable: false)]))
      let value = expression(element, depth: depth - 1)
      scopes.removeLast()
      return "\(list).map({ \(name) -> \(spelling(element)) in \(value) })"
    case 2:
      let name = fresh("e")
      scopes.append(Scope(variables: [Variable(name: name, type: element, isMutable: false)]))
      let test = expression(.bool, depth: depth - 1)
      scopes.removeLast()
      return "\(list).filter({ \(name) -> Bool in \(test) })"
    case 3: return "Array(\(list).\(pick(["reversed()", "prefix(2)", "dropFirst()"])))"
    default:
      let elements = (0..<int(1...3)).map { _ in expression(element, depth: depth - 1) }
      return "[\(elements.joined(separator: ", "))]"
    }
  }
}

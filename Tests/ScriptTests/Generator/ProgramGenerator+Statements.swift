extension ProgramGenerator {
  /// Writes a statement; `depth` bounds those inside others.
  mutating func statement(depth: Int) {
    switch int(0...(depth > 0 ? 12 : 4)) {
    case 0, 1: declaration()
    case 2: assignment()
    case 3: emit("print(\(expression(anyType(), depth: 2)))")
    case 4: change()
    case 5: conditional(depth)
    case 6: countedLoop(depth)
    case 7: walk(depth)
    case 8: unwrapping(depth)
    case 9: selection(depth)
    case 10: whileLoop(depth)
    case 11: localFunctions()
    default: guarded(depth)
    }
  }

  private mutating func declaration() {
    let type = anyType()
    let isMutable = isLikely(60)
    let value = expression(type, depth: 3)
    let name = fresh("v")
    emit("\(isMutable ? "var" : "let") \(name): \(spelling(type)) = \(value)")
    declare(name, type, isMutable: isMutable)
  }

  private mutating func assignment() {
    let targets = visible(where: \.isMutable)
    guard !targets.isEmpty else { return declaration() }
    let target = pick(targets)
    let value = expression(target.type, depth: 2, assignedTo: target.name)
    switch target.type {
    case .int where isLikely(50): emit("\(target.name) \(pick(["&+=", "&-=", "&*="])) \(value)")
    case .double where isLikely(50): emit("\(target.name) \(pick(["+=", "-=", "*="])) \(value)")
    case .string: emit("if \(target.name).count < 20 { \(target.name) = \(value) }")
    default: emit("\(target.name) = \(value)")
    }
  }

  /// Changes a part of a value in place.
  private mutating func change() {
    let targets = visible { variable in
      guard variable.isMutable else { return false }
      return switch variable.type {
      case .array, .structure: true
      default: false
      }
    }
    guard !targets.isEmpty else { return assignment() }
    let target = pick(targets)
    switch target.type {
    case .array(let element):
      let value = expression(element, depth: 1)
      if isLikely(50) {
        emit("if \(target.name).count < 12 { \(target.name).append(\(value)) }")
      } else {
        let index = int(0...3)
        emit("if \(target.name).count > \(index) { \(target.name)[\(index)] = \(value) }")
      }
    case .structure(let index):
      let field = pick(structures[index].fields)
      if isLikely(50) {
        emit("\(target.name).change()")
      } else {
        emit("\(target.name).\(field.name) = \(expression(field.type, depth: 1))")
      }
    default: break
    }
  }

  private mutating func body(_ depth: Int) {
    for _ in 0..<int(1...2) { statement(depth: depth - 1) }
  }

  private mutating func conditional(_ depth: Int) {
    let test = expression(.bool, depth: 2)
    if isLikely(50) {
      block("if \(test) {") { $0.body(depth) }
      return
    }
    block("if \(test) {", end: "") { $0.body(depth) }
    lines.removeLast()
    block("} else {") { $0.body(depth) }
  }

  private mutating func countedLoop(_ depth: Int) {
    let name = fresh("i")
    let end = int(1...4)
    let range = pick(["0..<\(end)", "0...\(end)", "stride(from: 0, to: \(end), by: 2)"])
    let variable = Variable(name: name, type: .int, isMutable: false)
    block("for \(name) in \(range) {", binding: [variable]) { generator in
      if generator.isLikely(20) {
        generator.emit("if \(name) == 2 { \(generator.pick(["break", "continue"])) }")
      }
      generator.body(depth)
    }
  }

  private mutating func walk(_ depth: Int) {
    let element = pick([GeneratedType.int, .double, .bool])
    let list = expression(.array(element), depth: 1)
    let name = fresh("x")
    let variable = Variable(name: name, type: element, isMutable: false)
    block("for \(name) in (\(list)).prefix(5) {", binding: [variable]) { $0.body(depth) }
  }

  private mutating func unwrapping(_ depth: Int) {
    let wrapped = pick([GeneratedType.int, .double, .string])
    let value = expression(.optional(wrapped), depth: 2)
    let name = fresh("u")
    let variable = Variable(name: name, type: wrapped, isMutable: false)
    block("if let \(name) = \(value) {", binding: [variable]) { $0.body(depth) }
  }

  private mutating func whileLoop(_ depth: Int) {
    let name = fresh("n")
    emit("var \(name) = 0")
    block("while \(name) < \(int(1...4)) {") { generator in
      generator.emit("\(name) += 1")
      generator.declare(name, .int, isMutable: false)
      generator.body(depth)
    }
  }

  private mutating func guarded(_ depth: Int) {
    guard let result = scopes.last?.canReturn else { return conditional(depth) }
    emit("guard \(expression(.bool, depth: 2)) else { return \(expression(result, depth: 1)) }")
  }

  private mutating func selection(_ depth: Int) {
    guard let index = enumerations.indices.randomElement(using: &random) else {
      return integerSelection(depth)
    }
    emit("switch \(expression(.enumeration(index), depth: 2)) {")
    for one in enumerations[index].cases {
      let variables = one.payload.map { type in
        Variable(name: fresh("b"), type: type, isMutable: false)
      }
      let names = variables.map { "let \($0.name)" }.joined(separator: ", ")
      let pattern = ".\(one.name)" + (names.isEmpty ? "" : "(\(names))")
      block("case \(pattern):", binding: variables, end: "") { $0.body(depth) }
      lines.removeLast()
    }
    emit("}")
  }

  private mutating func integerSelection(_ depth: Int) {
    emit("switch \(expression(.int, depth: 2)) {")
    for pattern in ["case 0", "case 1...5", "case let n where n < 0", "default"].dropFirst(
      int(0...2)
    ) {
      block("\(pattern):", end: "") { $0.body(depth) }
      lines.removeLast()
    }
    emit("}")
  }

  /// Functions that call one another and change what they capture, which is theirs alone: the order in
  /// which an expression calls and reads would else matter.
  private mutating func localFunctions() {
    let captured = (0..<int(1...3)).map { _ in
      Variable(name: fresh("c"), type: anyType(), isMutable: isLikely(70))
    }
    block("do {") { generator in
      for one in captured {
        let value = generator.expression(one.type, depth: 2)
        let keyword = one.isMutable ? "var" : "let"
        generator.emit("\(keyword) \(one.name): \(generator.spelling(one.type)) = \(value)")
      }
      let outer = generator.scopes
      generator.scopes = [Scope(variables: captured, canReturn: .int)]
      let names = (0..<generator.int(1...3)).map { _ in generator.fresh("g") }
      for (index, name) in names.enumerated() {
        generator.localFunction(name, calling: names[(index + 1) % names.count])
      }
      let result = generator.fresh("r")
      generator.emit("let \(result) = \(names[0])(\(generator.int(0...4)))")
      generator.emit("print(\(([result] + captured.map(\.name)).joined(separator: ", ")))")
      generator.scopes = outer
    }
  }

  private mutating func localFunction(_ name: String, calling next: String) {
    let count = Variable(name: fresh("k"), type: .int, isMutable: false)
    block("func \(name)(_ \(count.name): Int) -> Int {", binding: [count]) { generator in
      generator.emit("if \(count.name) <= 0 { return \(generator.expression(.int, depth: 2)) }")
      generator.statement(depth: 1)
      let result = generator.fresh("r")
      if generator.isLikely(30) {
        let closure = generator.fresh("h")
        generator.emit("let \(closure) = { \(next)(\(count.name) - 1) }")
        generator.emit("let \(result) = \(closure)()")
      } else {
        generator.emit("let \(result) = \(next)(\(count.name) - 1)")
      }
      generator.emit("return \(result) &+ \(generator.expression(.int, depth: 2))")
    }
  }
}

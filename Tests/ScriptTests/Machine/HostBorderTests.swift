import Diagnostics
import Script
import ScriptParsing
import Testing

/// A value type of a host, as the engine has them: properties, methods that change it, subscripts.
private struct Counter: HostObject, Equatable {
  var name: String
  var counts: [Int]

  var displayText: String { "\(name)\(counts)" }
  var nestedText: String { "Counter(\(name))" }
  var exactText: String { displayText }
  var byteCount: Int { 64 }
  func isEqual(to other: any HostObject) -> Bool? { (other as? Counter) == self }

  init(_ name: String, _ counts: [Int]) {
    self.name = name
    self.counts = counts
  }

  init(_ value: Value) throws {
    guard case .object(let object) = value, let counter = object as? Counter else {
      throw HostError("argument-type", "no counter")
    }
    self = counter
  }
}

/// A property or subscript on a counter.
private func member(
  _ signature: String,
  get: @escaping @Sendable (Counter, ArraySlice<Value>) -> Value,
  set: @escaping @Sendable (inout Counter, ArraySlice<Value>) throws -> Void = { _, _ in }
) -> HostFunction {
  HostFunction(
    signature,
    in: "Counter",
    setter: { _, values in
      var counter = try Counter(values[0])
      try set(&counter, values.dropFirst())
      values[0] = .object(counter)
      return .void
    },
    { _, values in get(try Counter(values[0]), values.dropFirst()) }
  )
}

private func integer(_ value: Value?) -> Int {
  if case .int(let number)? = value { number } else { -1 }
}

private func parts(_ value: Value) -> [Value] {
  switch value {
  case .array(let values): values
  default: []
  }
}

private let counters = HostLibrary(
  types: [
    HostType("Counter", isEquatable: true), HostType("CounterBuilder"), HostType("Mode"),
    HostType("Pair", genericCount: 1),
  ],
  functions: [
    HostFunction("init(_ name: String = \"c\", counts: [Int] = [])", in: "Counter") { _, values in
      guard case .string(let name) = values[0] else { return .void }
      guard case .ints(let counts) = values[1] else { return .object(Counter(name, [])) }
      return .object(Counter(name, counts))
    },
    HostFunction("init(@CounterBuilder _ parts: () -> [Counter])", in: "Counter") {
      context,
      values in
      guard case .function(let closure) = values[0] else { return .void }
      let built = try parts(context.call(closure, [])).map { try Counter($0) }
      let name = built.map(\.name).joined(separator: "+")
      return .object(Counter(name, built.flatMap(\.counts)))
    },
    HostFunction("static func buildExpression(_ line: Counter) -> [Counter]", in: "CounterBuilder")
    {
      _,
      values in .array(values)
    },
    HostFunction("static func buildBlock(_ parts: [Counter]...) -> [Counter]", in: "CounterBuilder")
    {
      _,
      values in .array(parts(values[0]).flatMap(parts))
    },
    HostFunction("static func buildArray(_ rounds: [[Counter]]) -> [Counter]", in: "CounterBuilder")
    { _, values in .array(parts(values[0]).flatMap(parts)) },
    HostFunction("static func buildOptional(_ part: [Counter]?) -> [Counter]", in: "CounterBuilder")
    { _, values in
      guard case .optional(let part?) = values[0] else { return .array([]) }
      return part
    },
    HostFunction(
      "static func buildEither(first part: [Counter]) -> [Counter]",
      in: "CounterBuilder"
    ) { _, values in values[0] },
    HostFunction(
      "static func buildEither(second part: [Counter]) -> [Counter]",
      in: "CounterBuilder"
    ) { _, values in values[0] },
    HostFunction("mutating func add(_ n: Int)", in: "Counter") { _, values in
      var counter = try Counter(values[0])
      counter.counts.append(integer(values[1]))
      values[0] = .object(counter)
      return .void
    },
    HostFunction("mutating func fail()", in: "Counter") { _, _ in throw HostError("no", "no") },
    HostFunction("func drain(_ into: inout [Int])", in: "Counter") { _, values in
      values[1] = .ints(try Counter(values[0]).counts)
      return .void
    },
    HostFunction("static func += (left: inout Counter, right: Int)", in: "Counter") { _, values in
      var counter = try Counter(values[0])
      counter.counts = counter.counts.map { $0 + integer(values[1]) }
      values[0] = .object(counter)
      return .void
    },
    member("var name: String { get set }") {
      .string($0.name + ($1.isEmpty ? "" : "!"))
    } set: { counter, values in
      if case .string(let name)? = values.first { counter.name = name }
    },
    member("var total: Int") { counter, _ in .int(counter.counts.reduce(0, +)) },
    member("subscript(_ i: Int) -> Int { get set }") { counter, values in
      .int(counter.counts[integer(values.first)])
    } set: { counter, values in
      counter.counts[integer(values.first)] = integer(values.last)
    },
    HostFunction("static var fast: Mode", in: "Mode") { _, _ in .object(Counter("fast", [])) },
    HostFunction("static func slowed(by factor: Double) -> Mode", in: "Mode") { _, _ in
      .object(Counter("slow", []))
    },
    HostFunction("static func scaled(_ range: ClosedRange<Double>) -> Mode", in: "Mode") {
      _,
      values in
      guard case .tuple(let bounds) = values[0] else { return .void }
      return .object(Counter("\(bounds)", []))
    },
    HostFunction("func run(_ mode: Mode = .fast, rate: Float? = nil) -> Float") { _, values in
      guard case .optional(.float(let rate)?) = values[1] else { return .float(0) }
      return .float(rate * 2)
    },
    HostFunction("func describe(_ mode: Mode) -> String") { _, values in
      .string(try Counter(values[0]).name)
    },
    HostFunction("func visit(_ counter: Counter, _ body: (Int, inout Counter) -> Int) -> Counter") {
      context,
      values in
      guard case .function(let closure) = values[1] else { return .void }
      var arguments = [.int(4), values[0]]
      var counter = try Counter({ _ in arguments[1] }(try context.call(closure, &arguments)))
      counter.name += "?"
      return .object(counter)
    },
    HostFunction("func pair<T>(_ first: T, _ second: T) -> Pair<T>") { _, values in
      .object(Counter("pair", [integer(values[0]), integer(values[1])]))
    },
    HostFunction("var first: T", in: "Pair<T>") { _, values in
      .int(try Counter(values[0]).counts[0])
    },
    HostFunction(
      "func limit(_ upper: Double = -.infinity, by mode: Mode = .slowed(by: 2)) -> Double"
    ) {
      _,
      values in values[0]
    },
  ]
)

@Suite("Values of the host are values of the language")
struct HostBorderTests {
  static let cases: [(name: String, program: String, output: String)] = [
    (
      "defaults and labels", "print(Counter(), Counter(\"a\"), Counter(counts: [1]))",
      "c[] a[] c[1]\n"
    ),
    ("inside collections", "print([Counter(\"a\")])", "[Counter(a)]\n"),
    (
      "methods change a variable", "var c = Counter()\nlet d = c\nc.add(2)\nc.add(3)\nprint(c, d)",
      "c[2, 3] c[]\n"
    ),
    (
      "methods change an element",
      "var cs = [Counter(), Counter()]\ncs[1].add(4)\nprint(cs[0], cs[1])", "c[] c[4]\n"
    ),
    (
      "properties are assigned",
      "var c = Counter()\nc.name = \"n\"\nc.name += \"m\"\nprint(c.name)",
      "nm\n"
    ),
    (
      "subscripts are assigned",
      "var c = Counter(counts: [1, 2])\nc[0] = 5\nc[1] += 7\nprint(c, c.total, c[1])",
      "c[5, 9] 14 9\n"
    ),
    (
      "arguments by reference",
      "var xs = [0]\nCounter(counts: [4, 5]).drain(&xs)\nprint(xs)", "[4, 5]\n"
    ),
    (
      "a compound operator of the host", "var c = Counter(counts: [1, 2])\nc += 10\nprint(c)",
      "c[11, 12]\n"
    ),
    (
      "in functions and closures",
      """
      func bump(_ c: inout Counter, by n: Int) { c.add(n) }
      var c = Counter()
      bump(&c, by: 1)
      let more = { c.add(2) }
      more()
      func local() -> Counter {
        var d = c
        let grow = { d.add(3) }
        grow()
        bump(&d, by: 4)
        return d
      }
      print(c, local())
      """, "c[1, 2] c[1, 2, 3, 4]\n"
    ),
    (
      "implicit members", "print(describe(.fast), describe(.scaled(0.5...2)))",
      "fast [Script.Value.double(0.5), Script.Value.double(2.0)]\n"
    ),
    ("Float crosses", "print(run(rate: 0.1), run(.fast))", "0.2 0.0\n"),
    (
      "a closure changes what the host passes it",
      """
      let c = visit(Counter("a")) { n, counter in
        counter.add(n)
        counter.name += "b"
        return n
      }
      func both(_ n: Int, _ counter: inout Counter) -> Int {
        func add() { counter.add(n) }
        add()
        add()
        return 0
      }
      print(c, visit(c, both))
      """, "ab?[4] ab??[4, 4, 4]\n"
    ),
    (
      "a generic type of the host",
      "let p: Pair<Int> = pair(3, 4)\nprint(p.first + pair(5, 6).first)", "8\n"
    ),
    ("defaults with arguments", "print(limit(), limit(2))", "-inf 2.0\n"),
    ("equality", "print(Counter() == Counter(), Counter() != Counter(\"d\"))", "true true\n"),
    (
      "a result builder",
      """
      let big = true
      let c = Counter {
        Counter("a", counts: [1])
        let n = 2
        if big { Counter("b", counts: [n]) }
        if n > 5 { Counter("no") } else { Counter("c") }
        for i in 1...4 where i % 2 == 0 {
          Counter("d\\(i)", counts: [i])
        }
      }
      print(c)
      """, "a+b+c+d2+d4[1, 2, 2, 4]\n"
    ),
  ]

  @Test("a program with host values prints", arguments: cases)
  func prints(_ name: String, _ program: String, _ output: String) {
    let run = Interpreter(program, library: counters)
    #expect(run.errors == [])
    #expect(run.failure?.message == nil)
    #expect(run.printed == output)
  }

  @Test("a failing method leaves its value in place")
  func failing() {
    let run = Interpreter("var c = Counter()\nc.add(1)\nc.fail()\nprint(c)", library: counters)
    #expect(run.failure?.id == "no")
    #expect(run.printed.isEmpty)
  }

  static let rejected: [(program: String, errors: [String])] = [
    ("let c = Counter()\nc.add(1)", ["2:1 constant-assignment"]),
    ("var c = Counter()\nc.total = 3", ["2:1 not-assignable"]),
    ("Counter().add(1)", ["1:1 not-assignable"]),
    ("var xs = [1]\nCounter().drain(xs)", ["2:17 type-mismatch"]),
    ("func f(_ n: Int) {}\nvar n = 1\nf(&n)", ["3:3 type-mismatch"]),
    ("var c = Counter()\nc -= 1", ["2:1 operand-types"]),
    ("let c = Counter {\n  while true {}\n}", ["2:3 unsupported"]),
    ("print(describe(.slow))", ["1:17 unknown-member"]),
  ]

  @Test("a misuse of host values is refused", arguments: rejected)
  func refuses(_ program: String, _ errors: [String]) {
    #expect(Interpreter(program, library: counters).errors == errors)
  }
}

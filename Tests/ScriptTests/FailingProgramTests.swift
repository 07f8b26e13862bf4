import Diagnostics
import Script
import Testing

@Suite("What goes wrong at run time is said with its place")
struct FailingProgramTests {
  static let cases: [(program: String, id: String, line: Int)] = [
    ("let xs = [1, 2]\nprint(xs[2])", "index-out-of-range", 2),
    ("let n = Int.max\nprint(n + 1)", "overflow", 2),
    ("let z = 0\nprint(1 / z)", "division-by-zero", 2),
    ("let z = 0\nprint(1 % z)", "division-by-zero", 2),
    ("print(Int(1e30))", "conversion", 1),
    ("print(Int(Double.nan))", "conversion", 1),
    ("let e: [Int] = []\nprint(e.first!)", "nil-unwrapped", 2),
    ("var e: [Int] = []\ne.removeLast()", "empty-array", 2),
    ("let a = 5\nfor i in a..<2 { print(i) }", "reversed-range", 2),
    ("func f(_ n: Int) -> Int { f(n + 1) + 1 }\nprint(f(0))", "depth-limit", 1),
    ("func f() -> Int { [1].map { _ in f() }[0] }\nprint(f())", "depth-limit", 1),
    (
      "func f(_ a: Int, _ b: Int) -> Bool { [b, a].sorted(by: f)[0] == a }\nprint(f(1, 2))",
      "depth-limit", 1
    ),
    ("var xs = [1]\nwhile true { xs.append(contentsOf: xs) }", "memory-limit", 2),
    ("var xs = [1]\nfor _ in 0..<60 { xs += xs }", "memory-limit", 2),
    ("while true {}", "step-limit", 1),
    ("var xs = [1.0]\nwhile true { xs.append(2) }", "memory-limit", 2),
    ("let xs = Array(repeating: 0, count: 1_000_000_000_000)", "memory-limit", 1),
    ("var s = \"ab\"\nfor _ in 0..<60 { s += s }", "memory-limit", 2),
    ("while true { print(\"x\") }", "output-limit", 1),
    ("print((0...Int.max).map { $0 })", "memory-limit", 1),
    (
      "let s = \"ab\"\nprint(s.index(s.startIndex, offsetBy: -1, limitedBy: s.endIndex) == nil)",
      "index-out-of-range", 2
    ),
    (
      "let s = \"ab\"\nprint(s.index(s.startIndex, offsetBy: Int.min, limitedBy: s.endIndex) == nil)",
      "index-out-of-range", 2
    ),
    ("let d = [\"a\": 1]\nprint(d[\"b\"]!)", "nil-unwrapped", 2),
    ("let k = \"a\"\nlet d = [k: 1, \"a\": 2]", "duplicate-key", 2),
    ("let d = Dictionary(uniqueKeysWithValues: [(1, 2), (1, 3)])", "duplicate-key", 1),
    ("var d: [Int: Int] = [:]\nd[1]! += 2", "nil-unwrapped", 2),
    ("var s: Set<Int> = []\ns.removeFirst()", "empty-set", 2),
    ("var d: [Int: Int] = [:]\nwhile true { d[d.count] = 1 }", "memory-limit", 2),
    ("let s = Set(0..<1_000_000_000_000)", "step-limit", 1),
    ("for x in stride(from: 0, to: 1, by: 0) { print(x) }", "zero-stride", 1),
  ]

  @Test("a program fails", arguments: cases)
  func fails(_ program: String, _ id: String, _ line: Int) throws {
    var limits = Limits()
    limits.steps = 20_000_000
    limits.memory = 64 << 20
    // The other limits are meant, on a busy machine too.
    limits.seconds = 300
    let run = Interpreter(program, limits: limits)
    #expect(run.errors == [])
    let failure = try #require(run.failure)
    #expect(failure.id == id)
    #expect(run.source.line(at: failure.span.start) == line)
  }

  @Test("a failed expect shows the values of its parts")
  func expectation() throws {
    let run = Interpreter("let a = 2\nlet b = 3\nexpect(a + 1 == b * 2, \"sums\")\nexpect(a < b)")
    let failures = run.events.compactMap { event -> ([String], String?)? in
      guard case .expectationFailed(_, let message, let parts) = event else { return nil }
      return (parts.map { "\(run.source.text(in: $0.span)) = \($0.value)" }, message)
    }
    #expect(failures.count == 1)
    #expect(failures.first?.0 == ["a = 2", "a + 1 = 3", "b = 3", "b * 2 = 6"])
    #expect(failures.first?.1 == "sums")
  }
}

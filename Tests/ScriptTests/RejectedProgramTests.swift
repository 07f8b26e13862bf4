import Testing

@Suite("Programs outside the language are refused at their place")
struct RejectedProgramTests {
  static let cases: [(program: String, errors: [String])] = [
    ("let a = 1\nprint(b)", ["2:7 unknown-name"]),
    ("let a: Int = 1.5", ["1:14 type-mismatch"]),
    ("let n = 3\nlet x = n * 0.5", ["2:9 operand-types"]),
    ("let a = 1\na = 2", ["2:1 constant-assignment"]),
    ("print(y)\nlet s: Int = \"x\"", ["1:7 unknown-name", "2:14 type-mismatch"]),
    ("class A {}", ["1:1 unsupported"]),
    ("if let x = 1 { print(x) }", ["1:12 not-optional"]),
    ("func f(_ x: Int) -> Int { if x > 0 { return 1 } }", ["1:6 missing-return"]),
    ("func f(a: Int) {}\nf(b: 1)", ["2:1 wrong-arguments"]),
    ("let a = [1, \"x\"]", ["1:13 mixed-array"]),
    ("if 1 { print(2) }", ["1:4 type-mismatch"]),
    ("for x in 5 { print(x) }", ["1:10 not-a-sequence"]),
    ("let a = 99999999999999999999", ["1:9 literal-overflow"]),
    ("let x = pow(2, 3)", ["1:9 unsupported"]),
    ("print(pow(2.0, 10))", ["1:7 unsupported"]),
    ("break", ["1:1 jump-outside-loop"]),
    ("let a = 1\nlet a = 2", ["2:5 redeclaration"]),
    ("let f = { $0 + 1 }\nprint(zip([1], [2]))", ["2:7 not-printable"]),
    ("let (a, b) = (1, 2, 3)", ["1:5 type-mismatch"]),
  ]

  @Test("a program is refused", arguments: cases)
  func refuses(_ program: String, _ errors: [String]) {
    let run = Interpreter(program)
    #expect(run.errors == errors)
    #expect(run.printed.isEmpty)
  }

  static let hostile: [String] = [
    String(repeating: "(", count: 20_000), String(repeating: "[", count: 20_000),
    "let a = " + String(repeating: "1 + ", count: 20_000) + "1",
    "let a = " + String(repeating: "!", count: 20_000) + "true",
    "let a = b" + String(repeating: ".c", count: 20_000),
    "if true {}" + String(repeating: " else if true {}", count: 5_000),
    String(repeating: "{ _ in ", count: 5_000), "let", "\"", "\"\\(",
    // What the parser follows by recursion, and what takes it the square of the length or worse.
    "let f: " + String(repeating: "A -> ", count: 8_000) + "A",
    "let a = " + String(repeating: "try ", count: 8_000) + "1",
    "let a = " + String(repeating: "return ", count: 8_000),
    "let a = " + String(repeating: "[", count: 24) + "1" + String(repeating: "]", count: 24),
    "let a: " + String(repeating: "A<[", count: 24),
    String(repeating: "let a = 1\n", count: 30_000),
    // swift-syntax corrects the spaces around this '=' by no change, which it does not allow.
    "let i = 1\ni \u{FFFD}= 2",
  ]

  @Test("hostile text is refused, and nothing crashes", arguments: hostile.indices)
  func survives(_ index: Int) {
    #expect(!Interpreter(Self.hostile[index]).errors.isEmpty)
  }
}

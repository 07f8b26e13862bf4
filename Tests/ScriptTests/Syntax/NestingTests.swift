import Diagnostics
import Testing

/// The parser takes twice the time for each of these in another; the checker, for each type of two
/// of the last.
@Suite("What doubles with every step is refused where it goes too deep")
struct NestingTests {
  /// Rows of one text, and the column at which each goes too deep.
  static let rows: [(text: String, column: Int)] = [
    ("while ", 78), ("for x in ", 112), ("repeat { ", 115), ("@a <", 52), ("while ([{}]) ", 151),
    ("if while ", 117), ("[for ", 31), ("repeat /* { */ {\"{\" ", 247),
    ("(/\"/); [ ", 116), ("let `\"` = [ ", 155),
  ]

  @Test("a row of what doubles the time", arguments: rows)
  func refuses(_ text: String, _ column: Int) {
    let run = Interpreter(String(repeating: text, count: 200))
    #expect(run.errors == ["1:\(column) too-deep"])
    #expect(run.diagnostics.allSatisfy { $0.help != nil })
  }

  @Test("a row of lines")
  func refusesLines() {
    #expect(Interpreter(String(repeating: "while\n", count: 200)).errors == ["13:6 too-deep"])
    #expect(Interpreter(String(repeating: "@a\n<\n", count: 200)).errors == ["26:1 too-deep"])
  }

  /// Nothing in these is nested.
  static let shallow: [String] = [
    "for x in [1] { print(x) }\n", "repeat { print(1) } while false\n",
    "while false { print(1) }\n",
    "func f%(for x: Int) -> Int { x }\nprint(f%(for: 1))\n", "// while for repeat [ @a <\n",
    "/* while for repeat [ @a < */\n", "print(\"while for repeat [ @a <\")\n",
    "print(#\"while \" for \\(repeat [ \"#)\n",
    "print(\"\"\"\n  while for \" repeat [ @a <\n  \"\"\")\n", "let r% = (for: 1)\nprint(r%.for)\n",
    "for x in [1].map({ $0 + 1 }) where x > 1 { print(\"\\([x].map { $0 }[0])\") }\n",
    "let while% = 1\n", "let `for%` = 1\n",
    "print(\"\\([1].map { \"\\($0)\" }.joined(separator: \", \")) [\") // while [ for\n",
    "print(\"\\(1 > 0 ? \"a\" : \"\\(-1)\") \\(abs(-2)) \\(\"b\" + \"c\") [\") // while [ for\n",
  ]

  @Test("a program that nests nothing is accepted, however long", arguments: shallow)
  func accepts(_ text: String) {
    let program = (0..<40).map { text.replacing("%", with: "\($0)") }.joined()
    let run = Interpreter(program)
    #expect(run.errors == [])
    #expect(run.failure == nil)
  }

  /// Before `@`, the parser takes a text for ended that has another in it for the lexer.
  static let broken: [String] = [
    "\"\"\"\n\\(abc \"\"\"\n@", "let s = \"\"\"\n\\(abc \"\"\"\n@",
    "\"\"\"\n\\(abc \"\"\"\n@\n\"\"\")\n\"\"\"", "\"\"\"\n\\(] + \"\"\"\n@\n\"\"\")\n\"\"\"",
    "\"\"\"\n\\(= \"\"\"\n@\n\"\"\")\n\"\"\"", "\"\"\"\n\\(f(1 \"\"\"\n@\n\"\"\"))\n\"\"\"",
    "#\"\"\"\n\\#(abc \"\"\"#\n@", "\"\\(abc \"@", "\"\\(abc\n\"@\"", "\"\\(a, b: c: \"@\")\"",
  ]

  @Test("brackets behind a broken text are seen", arguments: broken)
  func refusesBroken(_ text: String) {
    let run = Interpreter(text.replacing("@", with: String(repeating: "[", count: 30_000)))
    #expect(run.errors.count == 1)
    #expect(run.errors.first?.hasSuffix(" too-deep") == true)
  }

  @Test("loops in loops are accepted")
  func acceptsLoops() {
    let run = Interpreter(
      String(repeating: "for x in [1] { while true { ", count: 5) + "print(1)"
        + String(repeating: "; break } }", count: 5)
    )
    #expect(run.printed == "1\n")
  }

  /// The first line, each further line by its number and the one before, and the place refused.
  static let doublings: [(first: String, next: String, place: String)] = [
    ("struct S0 { var x = 0 }", "struct S@ { var a = S#(); var b = S#() }", "10:8"),
    ("struct S0 {}", "struct S@: Hashable { let a: S#; let b: S#? }", "10:8"),
    ("struct S0 {}", "struct S@ { var a: S# = S#(); var b: (S#, Int) = (S#(), 1) }", "10:8"),
    ("enum S0 { case a }", "enum S@ { case a(S#, S#); case b(S#) }", "10:6"),
    ("typealias S0 = Int", "typealias S@ = (S#, S#)", "11:17"),
    ("typealias S0 = Int", "typealias S@ = (S#) -> S#", "11:17"),
    ("let s0 = 1", "let s@ = (s#, s#)", "11:11"),
    ("let s0 = [1]", "let s@ = zip(s#, s#)", "10:10"),
    ("let s0 = [1]", "let s@ = s#.map { ($0, $0) }", "10:17"),
  ]

  @Test("a type of two of the last, again and again", arguments: doublings)
  func refusesDoubling(_ first: String, _ next: String, _ place: String) {
    let lines = (1..<62).map {
      next.replacing("@", with: "\($0)").replacing("#", with: "\($0 - 1)")
    }
    let run = Interpreter(([first] + lines).joined(separator: "\n"))
    #expect(run.errors.first == "\(place) too-large")
    #expect(run.diagnostics.first?.help == "keep the parts in an array")
  }

  /// The first line, and each further line by its number and the one before.
  static let defaults: [(first: String, next: String, use: String)] = [
    ("func f0(_ a: Int = 1) -> Int { a }", "func f@(_ a: Int = f#() &+ f#()) -> Int { a }", "f4()"),
    ("struct S0 { var x = 1 }", "struct S@ { var x = S#().x &+ S#().x }", "S4().x"),
    ("enum E0 { case a(Int = 1) }", "enum E@ { case a([E#] = [.a(), .a()]) }", "16"),
  ]

  @Test("a default value of two of the last, again and again", arguments: defaults)
  func acceptsDefaults(_ first: String, _ next: String, _ use: String) {
    let lines = (1..<60).map {
      next.replacing("@", with: "\($0)").replacing("#", with: "\($0 - 1)")
    }
    let run = Interpreter(([first] + lines + ["print(\(use))"]).joined(separator: "\n"))
    #expect(run.errors == [])
    #expect(run.printed == "16\n")
  }

  @Test("a chain of types is read, the outermost first")
  func acceptsChains() {
    let types = (1..<100).reversed().map { "struct S\($0) { var a: S\($0 - 1) }" }
    let run = Interpreter(
      (types + ["struct S0 { var a = 7 }", "print(S1(a: S0()).a.a)"]).joined(separator: "\n")
    )
    #expect(run.errors == [])
  }

  @Test("a large type is accepted")
  func acceptsLargeTypes() {
    let fields = (0..<500).map { "var a\($0) = \($0)" }.joined(separator: "; ")
    let run = Interpreter("struct S { \(fields) }\nlet s = [S(), S()]\nprint(s[1].a499)")
    #expect(run.errors == [])
    #expect(run.printed == "499\n")
  }
}

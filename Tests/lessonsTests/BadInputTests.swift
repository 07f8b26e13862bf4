import Foundation
import Testing

@Suite("Bad input is said where it stands, and harms nothing")
struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var status: Int32
    /// What standard error begins with, behind the file's name.
    var place: String
    /// Parts of the message: what was found, and how to mend it.
    var parts: [String]

    init(_ name: String, _ text: String, _ status: Int32, _ place: String, _ parts: String...) {
      testDescription = name
      self.text = text
      self.status = status
      self.place = place
      self.parts = parts
    }

    /// A lesson of one cell, which begins in line 2.
    static func cell(
      _ name: String,
      _ code: String,
      _ place: String,
      _ parts: String...,
      limits: String = ""
    ) -> Case {
      var test = Case(name, "```swift\n\(code)\n```\n", 1, place)
      if !limits.isEmpty { test.text = "---\nlimits: {\(limits)}\n---\n" + test.text }
      test.parts = parts
      return test
    }
  }

  static let cases = [
    Case(
      "an unclosed fence",
      "text\n```swift\nlet a = 1\n",
      65,
      ":2:1: error: ",
      "never closed [unclosed-fence]",
      "2 | ```swift\n",
      "| ^~~~",
      "end it with a line '```'"
    ),
    Case(
      "an unknown attribute",
      "```swift hiden\n```\n",
      65,
      ":1:10: error: ",
      "'hiden'",
      "did you mean 'hidden'?",
      "time-limit"
    ),
    Case(
      "a duplicate id",
      "```swift id=a\n```\n\n```swift id=a\n```\n",
      65,
      ":4:4: error: ",
      "already has the id 'a'",
      "give this cell another id"
    ),
    Case(
      "front matter that is no YAML",
      "---\ntitle: [\n---\n",
      65,
      ":2:1: error: ",
      "the front matter is not YAML",
      "[front-matter]"
    ),
    .cell("a cell that does not parse", "let = 3", ":2:5: error: ", "[syntax]", "2 | let = 3"),
    .cell(
      "a cell that does not type-check",
      "let n: Int = 1.5",
      ":2:14: error: ",
      "'Double'",
      "'Int'"
    ),
    .cell(
      "an unknown name",
      "sotfmax([1.0])",
      ":2:1: error: ",
      "cannot find 'sotfmax'",
      "did you mean 'softmax'?"
    ),
    .cell(
      "a loop without end",
      "while true {}",
      ":5:7: error: ",
      "[step-limit]",
      "limits: steps:",
      limits: "steps: 100000"
    ),
    .cell(
      "a slow loop",
      "while true {}",
      ":5:7: error: ",
      "[time-limit]",
      limits: "time: 0.05"
    ),
    .cell(
      "recursion without end",
      "func f(_ n: Int) -> Int { f(n + 1) + 1 }\nf(0)",
      ":2:27: error: ",
      "[depth-limit]",
      "in 'f(_:)', called from here"
    ),
    .cell(
      "an index out of range",
      "let xs = [1, 2]\nxs[2]",
      ":3:1: error: ",
      "index 2 is out of range of an array of 2 elements",
      "the indices are 0 to 1"
    ),
    .cell(
      "an overflow",
      "let big = Int.max\nbig + 1",
      ":3:1: error: ",
      "9223372036854775807 + 1",
      "[overflow]"
    ),
    .cell(
      "a division by zero",
      "let zero = 0\n1 / zero",
      ":3:1: error: ",
      "[division-by-zero]"
    ),
    .cell(
      "a gigantic array",
      "let a = Array(repeating: 0.0, count: 1_000_000_000_000)",
      ":2:9: error: ",
      "[memory-limit]",
      "8000000000000 bytes"
    ),
    .cell(
      "a gigantic tensor",
      "let t = Tensor.zeros([1_000_000, 1_000_000])",
      ":2:9: error: ",
      "[memory-limit]"
    ),
    .cell(
      "output without end",
      "while true { print(\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\") }",
      ":2:14: error: ",
      "[output-limit]",
      "limits: output:"
    ),
    .cell(
      "a construct that is not part of the language",
      "class A {}",
      ":2:1: error: ",
      "class",
      "[unsupported]"
    ),
  ]

  @Test("a lesson is refused or fails, and stays as it is", arguments: cases)
  func lesson(_ test: Case) throws {
    try CommandLine.inFolder(["a.md": test.text]) { tool in
      for arguments in [["check", "a.md"], ["run", "a.md", "--write"]] {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == test.status)
        #expect(outcome.errors.hasPrefix("a.md" + test.place), "\(outcome.errors)")
        for part in test.parts { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
        #expect(try tool.read("a.md") == Data(test.text.utf8))
      }
    }
  }

  @Test("all problems of a file are said, not the first alone")
  func all() throws {
    let text = "```swift hiden\n```\n\n```swift fails rejected\n```\n\n```swift id=\n"
    try CommandLine.inFolder(["a.md": text]) { tool in
      let outcome = try tool.run("check", "a.md")
      let lines = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("a.md:") }
      #expect(lines.count >= 4)
      #expect(outcome.status == 65)
    }
  }

  @Test(
    "what is no lesson is refused by name",
    arguments: [
      ("missing.md", 66, "missing.md: error: no such file"),
      ("folder", 66, "folder: error: this is a folder, not a file"),
      ("bytes.md", 65, "bytes.md:2:2: error: the byte 255 here is not valid UTF-8"),
      ("large.md", 65, "large.md: error: the file has 70000000 bytes; 67108864 is the most"),
    ] as [(String, Int32, String)]
  )
  func files(_ name: String, _ status: Int32, _ message: String) throws {
    try CommandLine.inFolder(["folder/x": ""]) { tool in
      try tool.write("bytes.md", Data([0x61, 0x0A, 0x62, 0xFF]))
      if name == "large.md" { try tool.write(name, Data(repeating: 0x61, count: 70_000_000)) }
      let outcome = try tool.run("run", name)
      #expect(outcome.status == status)
      #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
    }
  }

  @Test("an empty file is a lesson without cells")
  func empty() throws {
    try CommandLine.inFolder(["a.md": ""]) { tool in
      let outcome = try tool.run("run", "a.md")
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
    }
  }

  @Test("a file of 50 MB is read")
  func fiftyMegabytes() throws {
    try CommandLine.inFolder { tool in
      let line = "words and words, and then some more of them to fill the line up\n\n"
      let text = String(repeating: line, count: 50_000_000 / line.utf8.count)
      try tool.write("a.md", Data((text + "```swift\nprint(1 + 1)\n```\n").utf8))
      let outcome = try tool.run("check", "a.md")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("a.md: 0 of 0 checks hold"))
    }
  }

  @Test("one bad file does not keep the others from being checked; the worst exit code ends")
  func many() throws {
    let good = "```swift\n1 + 1  // → 2\n```\n"
    let files = ["a.md": good, "b.md": good.replacing("→ 2", with: "→ 3"), "c.md": "```swift"]
    try CommandLine.inFolder(files) { tool in
      #expect(try tool.run("check", "a.md", "b.md").status == 1)
      #expect(try tool.run("check", "c.md", "b.md").status == 65)
      let outcome = try tool.run("check", "missing.md", "c.md", "b.md", "a.md")
      #expect(outcome.status == 66)
      #expect(outcome.output.contains("✓ passed  a.md: 1 of 1 checks hold"))
      #expect(outcome.output.hasSuffix("3 lessons, 1 of 2 checks hold\n"))
    }
  }

  @Test(
    "scripts: the exit code tells a refusal from a failure",
    arguments: [
      ("print(6 * 7)", 0, "42\n", ""), ("let a: Int = \"x\"", 65, "", "a.swift:1:14: error: "),
      ("print(1)\nlet xs = [1]\nprint(xs[1])", 1, "1\n", "a.swift:3:7: error: "),
      ("expect(1 + 1 == 3)", 1, "", "a.swift:1:1: error: the expectation does not hold"),
    ] as [(String, Int32, String, String)]
  )
  func scripts(_ text: String, _ status: Int32, _ output: String, _ errors: String) throws {
    try CommandLine.inFolder(["a.swift": text]) { tool in
      let outcome = try tool.run("exec", "a.swift")
      #expect(outcome.status == status)
      #expect(outcome.output == output)
      #expect(outcome.errors.hasPrefix(errors), "\(outcome.errors)")
    }
  }
}

import Testing

@Suite("Formulas and coverage on the command line")
struct MathCommandTests {
  @Test(
    "a formula is turned into text, MathML or a value",
    arguments: [
      (["--to", "text", #"\hat{y} \ge 0"#], "ŷ ≥ 0\n"),
      (["--to", "text", "--display", #"\frac{a}{2}"#], "a\n─\n2\n"),
      (["--to", "value", #"\frac{1}{8} + 1"#], "1.125\n"),
      (
        ["--to", "value", #"-\log 1"#, "--json"],
        #"{"ok": true, "output": "0", "error": null}"# + "\n"
      ),
      (["--to", "value", "2", "3"], "2\n3\n"),
      (["--to", "value", #"\begin{bmatrix} 1 & 2 \end{bmatrix}"#], "[[1, 2]]\n"),
    ]
  )
  func forms(_ arguments: [String], _ expected: String) throws {
    try CommandLine.inFolder { tool in
      let outcome = try tool.run(["math"] + arguments)
      #expect(outcome.output == expected)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.status == 0)
    }
  }

  @Test("MathML is an element with the LaTeX as its annotation")
  func mathML() throws {
    try CommandLine.inFolder { tool in
      let outcome = try tool.run("math", #"\frac{1}{2}"#)
      #expect(outcome.output.hasPrefix("<math xmlns="))
      #expect(outcome.output.contains(#"<annotation encoding="application/x-tex">\frac{1}{2}"#))
    }
  }

  @Test("what cannot be read, or has no value, says so and exits with 1")
  func failures() throws {
    try CommandLine.inFolder { tool in
      let broken = try tool.run("math", "--json", #"\frac{1}"#, "a")
      #expect(broken.status == 1)
      let lines = broken.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(
        lines[0]
          == #"{"ok": false, "output": null, "error": "column 1: '\\frac' lacks an argument"}"#
      )
      let open = try tool.run("math", "--to", "value", "x + 1")
      #expect(open.status == 1)
      #expect(open.output.isEmpty)
      #expect(open.errors == "error: this is no closed expression of numbers\n")
    }
  }

  @Test("what is not known is a warning with the nearest name, and stands as it is written")
  func unknownCommand() throws {
    try CommandLine.inFolder { tool in
      let outcome = try tool.run("math", "--to", "text", #"2\sqrtt"#)
      #expect(outcome.status == 0)
      #expect(outcome.output == "2\\sqrtt\n")
      #expect(
        outcome.errors
          == "warning: column 2: the command '\\sqrtt' is not known; did you mean '\\sqrt'?\n"
      )
    }
  }

  @Test("--write mends claims, and no other byte; a second time nothing")
  func write() throws {
    let text = "```swift\nlet x = 0.5\n```\r\n\r\n*It* is 0.40<!-- = x -->, $2 + 2 = 4$.\r\n"
    try CommandLine.inFolder(["a.md": text]) { tool in
      #expect(try tool.run("check", "a.md").status == 1)
      #expect(try tool.run("run", "a.md", "--write").status == 0)
      let written = String(decoding: try tool.read("a.md"), as: UTF8.self)
      #expect(written == text.replacing("0.40", with: "0.50"))
      #expect(try tool.run("run", "a.md", "--write").errors.contains("nothing to write"))
      #expect(try tool.run("check", "a.md").status == 0)
    }
  }

  @Test("--coverage lists what is unchecked, --mutate what goes unnoticed")
  func coverage() throws {
    try CommandLine.inFolder(["a.md": "$1 + 1 = 2$ and $x = 3$, 4.\n"]) { tool in
      let outcome = try tool.run("check", "a.md", "--coverage", "--mutate")
      #expect(outcome.status == 0)
      #expect(
        outcome.output.contains(
          "  numbers checked: formulas 3 of 4 (75 %), prose 0 of 1 (0 %), tables 0 of 0\n"
            + "a.md:1:22: unchecked in a formula: 3\na.md:1:26: unchecked in prose: 4\n"
            + "  changed numbers noticed: 3 of 3 (100 %)\n"
        )
      )
    }
  }
}

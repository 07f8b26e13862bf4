import Foundation
import Testing

@Suite("The commands, as a user runs them")
struct CommandTests {
  private static let lesson =
    "---\r\ntitle: T\r\n---\r\n\r\n- an item\r\n\r\n  ```swift\r\n  1.0 / 3\r\n  ```\r\n\r\ntext\r\n"

  @Test("writing stores the output, touches no other byte, and twice is once")
  func write() throws {
    try CommandLine.inFolder(["a.md": Self.lesson]) { tool in
      let file = tool.folder.appending(path: "a.md").path
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      let first = try tool.run("run", "a.md", "--write")
      #expect(first.status == 0)
      #expect(first.errors == "a.md: outputs written\n")
      let written = Self.lesson.replacing(
        "```\r\n\r\ntext",
        with: "```\r\n\r\n  ```output\r\n  0.3333333333333333\r\n  ```\r\n\r\ntext"
      )
      #expect(String(decoding: try tool.read("a.md"), as: UTF8.self) == written)
      let second = try tool.run("run", "a.md", "--write")
      #expect(second.errors == "a.md: nothing to write, all outputs are stored\n")
      #expect(String(decoding: try tool.read("a.md"), as: UTF8.self) == written)
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: tool.folder.path).count == 3)
    }
  }

  @Test("a command without options does what it does with its defaults spelled out")
  func plainCommands() throws {
    let files = ["a.md": Self.lesson, "a.swift": "print(1 + 1)\n"]
    try CommandLine.inFolder(files) { tool in
      let plain = try tool.run("run", "a.md", "a.md")
      let spelled = try tool.run("run", "--format", "markdown", "a.md", "a.md")
      #expect(plain.status == 0)
      #expect(plain.output == spelled.output)
      #expect(try tool.run("exec", "a.swift").output == "2\n")
      #expect(try tool.run("exec", "--", "a.swift").output == "2\n")
      #expect(try tool.run("exec", "a.swift", "b.swift").status == 64)
      #expect(try tool.run("run").status == 64)
    }
  }

  @Test("a link stays a link; the file behind it is written")
  func link() throws {
    try CommandLine.inFolder(["real.md": "```swift\n1 + 1\n```\n"]) { tool in
      let link = tool.folder.appending(path: "a.md").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.md")
      #expect(try tool.run("run", "a.md", "--write").status == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.md")
      #expect(String(decoding: try tool.read("real.md"), as: UTF8.self).contains("```output\n2\n"))
    }
  }

  @Test("a wrong stored output is mended to its precision, and then everything holds")
  func mend() throws {
    let text = "```swift\nprint(\"e is\", exp(1.0))\n```\n\n```output\ne is 2.73\n```\n"
    try CommandLine.inFolder(["a.md": text]) { tool in
      let check = try tool.run("check", "a.md")
      #expect(check.status == 1)
      #expect(check.errors.hasPrefix("a.md:6:6: error: the stored output is '2.73'"))
      #expect(try tool.run("run", "a.md", "--write").status == 0)
      #expect(
        String(decoding: try tool.read("a.md"), as: UTF8.self)
          == text.replacing("2.73", with: "2.72")
      )
      #expect(try tool.run("check", "a.md").status == 0)
    }
  }

  @Test("figures are written beside the lesson, and checked to the byte")
  func figures() throws {
    let text = "# T\n\n```swift\nChart(\"Cost\") { LineMark(y: [3, 1, 2]) }\n```\n"
    try CommandLine.inFolder(["lec2.md": text]) { tool in
      let first = try tool.run("run", "lec2.md", "--write")
      #expect(first.errors == "lec2.md: outputs and 1 figure written\n")
      let written = text + "\n![Cost](lec2.figures/cost.svg)\n"
      #expect(String(decoding: try tool.read("lec2.md"), as: UTF8.self) == written)
      let picture = try tool.read("lec2.figures/cost.svg")
      #expect(picture.starts(with: Data("<svg xmlns=".utf8)))
      #expect(try tool.run("check", "lec2.md").output.contains("1 of 1 checks hold"))
      let second = try tool.run("run", "lec2.md", "--write")
      #expect(second.errors == "lec2.md: nothing to write, all outputs are stored\n")

      try tool.write("lec2.figures/cost.svg", Data("<svg/>".utf8))
      let check = try tool.run("check", "lec2.md")
      #expect(check.status == 1)
      #expect(
        check.errors.hasPrefix(
          "lec2.md:7:1: error: 'lec2.figures/cost.svg' is not the figure that the cell shows"
        )
      )
      #expect(try tool.run("run", "lec2.md", "--write").status == 0)
      #expect(try tool.read("lec2.figures/cost.svg") == picture)
    }
  }

  @Test("a figure in the terminal form is drawn in characters")
  func drawnFigure() throws {
    let text = "```swift\nprint(1)\nChart(\"Cost\") { LineMark(y: [3, 1, 2]) }\n```\n"
    try CommandLine.inFolder(["a.md": text, "a.swift": "show(Chart(\"C\") { RuleMark(x: 1) })"]) {
      tool in
      let output = try tool.run("run", "a.md", "--format", "terminal").output
      #expect(output.contains("→ 1\n  Cost\n"))
      #expect(output.contains("⠑") && output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(try tool.run("exec", "a.swift").output.hasPrefix("C\n"))
    }
  }

  @Test("piped output is the Markdown that writing would store")
  func markdown() throws {
    try CommandLine.inFolder(["a.md": Self.lesson]) { tool in
      let piped = try tool.run("run", "a.md").output
      #expect(try tool.read("a.md") == Data(Self.lesson.utf8))
      #expect(try tool.run("run", "a.md", "--write").status == 0)
      #expect(try tool.read("a.md") == Data(piped.utf8))
    }
  }

  @Test("a lesson is found in lessons/, and check takes that folder by itself")
  func folder() throws {
    let files = [
      "lessons/lec2.md": "```swift\n1 + 1  // → 2\n```\n", "lessons/lec10.md": "text",
      "lessons/README.md": "```swift\nnonsense\n```",
    ]
    try CommandLine.inFolder(files) { tool in
      #expect(try tool.run("run", "lec2.md").output.contains("```output\n2\n```"))
      let outcome = try tool.run("check")
      #expect(
        outcome.output == """
          ✓ passed  lessons/lec2.md: 1 of 1 checks hold
          ✓ passed  lessons/lec10.md: 0 of 0 checks hold
          2 lessons, 1 of 1 checks hold

          """
      )
    }
  }

  @Test("the summary counts cells that failed and that were skipped, beside the checks")
  func summary() throws {
    let lesson =
      "```swift\n1 + 1  // → 2\n```\n\n```swift\nlet x = [1][2]\n```\n\n```swift\nx\n```\n"
    try CommandLine.inFolder(["a.md": lesson]) { tool in
      let output = try tool.run("check", "a.md").output
      #expect(
        output.hasPrefix("✗ failed  a.md: 1 of 1 checks hold, 1 cell failed, 1 cell skipped\n")
      )
    }
  }

  @Test("the terminal form has no escape sequences where it is not for a terminal")
  func plain() throws {
    try CommandLine.inFolder(["a.md": "# T\n\n```swift\n1 + 1\n```\n"]) { tool in
      let output = try tool.run("run", "a.md", "--format", "terminal").output
      #expect(output == "T\n═\n\n│ 1 + 1\n→ 2\n\n✓ passed  a.md: 0 of 0 checks hold\n")
    }
  }

  @Test("JSON is one object, whatever becomes of the lesson", arguments: ["1 + 1", "1 / 0", "let"])
  func json(_ code: String) throws {
    try CommandLine.inFolder(["a.md": "```swift\n\(code)\n```\n"]) { tool in
      let output = try tool.run("run", "a.md", "--format", "json").output
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
      #expect((object as? [String: Any])?["file"] as? String == "a.md")
    }
  }

  @Test("every stage can be shown", arguments: ["blocks", "html", "ast", "types", "code"])
  func dump(_ stage: String) throws {
    let text = "A *b* $c$\n\n```swift id=one\nlet a = 1\n```\n\n```swift\nprint(a + 1)\n```\n"
    let expected = [
      "blocks": "  paragraph 1:1-1:10\n", "html": "<p>A <em>b</em> $c$</p>\n",
      "ast": "== one, line 3\nbinding 4:1-4:10 isConstant\n",
      "types": "== cell 2, line 7\nexpression 8:1-8:13\n", "code": "cell 'cell': ",
    ]
    try CommandLine.inFolder(["a.md": text]) { tool in
      let outcome = try tool.run("dump", "--stage", stage, "a.md")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains(expected[stage] ?? "?"), "\(outcome.output)")
    }
  }

  @Test("a stage of lessons is refused for a script")
  func dumpScript() throws {
    try CommandLine.inFolder(["a.swift": "print(1)"]) { tool in
      let outcome = try tool.run("dump", "--stage", "blocks", "a.swift")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("a script has the stages ast, types and code"))
      #expect(try tool.run("dump", "--stage", "ast", "a.swift").status == 0)
    }
  }

  @Test("the help of every command has an example", arguments: ["run", "check", "exec", "dump"])
  func help(_ command: String) throws {
    try CommandLine.inFolder { tool in
      let outcome = try tool.run(command, "--help")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("  lessons \(command) "))
    }
  }

  @Test("a wrong flag is a usage error that shows the usage")
  func usage() throws {
    try CommandLine.inFolder { tool in
      let outcome = try tool.run("run", "--wirte", "a.md")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--write"))
    }
  }

  @Test("the lessons of the project hold; one changed digit fails, and is pointed at")
  func course() throws {
    try CommandLine.inFolder { tool in
      let lesson = CommandLine.course.appending(path: "lec9.md")
      #expect(try tool.run("check", lesson.path).status == 0)
      let text = try String(contentsOf: lesson, encoding: .utf8)
      let wrong = text.replacing("// → [0.842, 0.158]", with: "// → [0.842, 0.168]")
      #expect(wrong != text)
      try tool.write("lec9.md", Data(wrong.utf8))
      let outcome = try tool.run("check", "lec9.md")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("written is '0.168', but computed is '0.157966"))
      #expect(outcome.errors.contains("^~~~~\n"))
    }
  }
}

import Diagnostics
import LessonMarkdown
import LessonModel
import Testing

@Suite("Rule 10: math is protected from CommonMark")
struct MathTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var formulas: [String]

    init(_ name: String, _ text: String, _ formulas: [String]) {
      testDescription = name
      self.text = text
      self.formulas = formulas
    }
  }

  static let cases = [
    Case("underscores stay", "Take $\\beta_1, \\beta_2$ here", ["\\beta_1, \\beta_2"]),
    Case(
      "double backslashes stay",
      "$$\\begin{bmatrix} 5 \\\\ 2 \\\\ -1 \\end{bmatrix}$$",
      ["\\begin{bmatrix} 5 \\\\ 2 \\\\ -1 \\end{bmatrix}"]
    ),
    Case("a display block beats block structure", "$$\na\n= b\n- c\n$$\n", ["\na\n= b\n- c\n"]),
    Case("money is text", "It costs $5 and $6.", []),
    Case("no space inside the dollars", "$ x$ and $x $", []),
    Case("no digit behind the closing dollar", "$x$5", []),
    Case("a code span on the left wins", "`a $x` b$", []),
    Case("math on the left wins", "$a ` b$ ` c", ["a ` b"]),
    Case("a backslash skips the dollar", "\\$x$ and $a \\$ b$", ["a \\$ b"]),
    Case("braces balance", "$\\text{a $b$ c}$", ["\\text{a $b$ c}"]),
    Case("a brace that is open ends with the formula", "$a^{2$ and $b$", ["a^{2", "b"]),
    Case("a brace too many is in the formula", "$a}$ and $$b}$$", ["a}", "b}"]),
    Case("in a display an open brace ends too", "$$a^{2$$ and {$5", ["a^{2"]),
    Case("money beside braces is text", "It costs $5 {and $6} here", []),
    Case("the quoted form", "$`x_1`$", ["x_1"]),
    Case("stars do not reach across", "*$a * b$* $c * d$", ["a * b", "c * d"]),
    Case("a blank line ends it", "$a\n\nb$", []),
    Case("over two lines of a paragraph", "$a\n+ b$ c", ["a\n+ b"]),
    Case("in fenced code there is none", "```\n$x$\n```\n~~~\n$y$\n~~~\n", []),
    Case("a math fence", "```math\nx^2\n```\n", ["x^2\n"]),
    Case("private-use characters survive", "\u{E000} $x$ \u{E001}", ["x"]),
  ]

  @Test("formulas come out to the letter", arguments: cases)
  func formulas(_ test: Case) {
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: test.text)).value
    #expect(Self.formulas(in: lesson) == test.formulas)
  }

  private static func formulas(in lesson: Lesson) -> [String] {
    lesson.document.nodes.compactMap { node in
      guard case .math(let math) = node.kind else { return nil }
      return math.tex
    }
  }

  @Test("the text around math, and math in code and links, is the author's")
  func surroundings() {
    let text = "a \u{E123} $x$ b [l](http://h/$y$) `$z$`\n"
    let nodes = LessonReader.read(SourceFile(name: "a.md", text: text)).value.document.nodes
    let kinds = nodes.map(\.kind)
    #expect(kinds.contains(.text("a \u{E123} ")))
    #expect(kinds.contains(.link(destination: "http://h/$y$", title: "")))
    #expect(kinds.contains(.code("$z$")))
  }

  @Test("a formula's span is its place in the file, behind CRLF and front matter too")
  func spans() throws {
    let text = "---\r\ntitle: T\r\n---\r\n\r\n> é $x$ y\r\n"
    let file = SourceFile(name: "a.md", text: text)
    let nodes = LessonReader.read(file).value.document.nodes
    let node = try #require(nodes.first { if case .math = $0.kind { true } else { false } })
    #expect(file.text(in: try #require(node.span)) == "$x$")
  }

  @Test("an unclosed display block is text, with a warning")
  func unclosed() {
    let read = LessonReader.read(SourceFile(name: "a.md", text: "$$\na\n\nb\n"))
    #expect(read.diagnostics.map(\.id) == ["unclosed-math"])
    #expect(read.diagnostics.map(\.severity) == [.warning])
    #expect(Self.formulas(in: read.value).isEmpty)
  }

  @Test(
    "hostile text takes linear time",
    arguments: [
      String(repeating: "$", count: 1_000_000), String(repeating: "$a ", count: 300_000),
      "a " + String(repeating: "`", count: 1_000_000), String(repeating: "{$", count: 300_000),
      "$" + String(repeating: "{", count: 1_000_000), String(repeating: "` ``", count: 200_000),
    ]
  )
  func hostile(_ text: String) {
    #expect(!LessonReader.read(SourceFile(name: "a.md", text: text)).hasErrors)
  }
}

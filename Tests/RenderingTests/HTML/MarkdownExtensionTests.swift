import Diagnostics
import LessonMarkdown
import LessonModel
import Rendering
import Testing

@Suite("What GitHub adds to Markdown")
struct MarkdownExtensionTests {
  private func html(_ markdown: String) -> String {
    let file = SourceFile(name: "a.md", text: markdown)
    return HTMLDump.render(LessonReader.read(file).value).replacing("\n", with: "")
  }

  private func diagnostics(_ markdown: String) -> [String] {
    LessonReader.read(SourceFile(name: "a.md", text: markdown)).diagnostics.map(\.id)
  }

  // MARK: - Tables

  static let tables: [(String, String)] = [
    (
      "| foo | bar |\n| --- | --- |\n| baz | bim |",
      "<table><thead><tr><th>foo</th><th>bar</th></tr></thead>"
        + "<tbody><tr><td>baz</td><td>bim</td></tr></tbody></table>"
    ),
    (
      "| abc | defghi |\n:-: | -----------:\nbar | baz",
      "<table><thead><tr><th align=\"center\">abc</th><th align=\"right\">defghi</th></tr></thead>"
        + "<tbody><tr><td align=\"center\">bar</td><td align=\"right\">baz</td></tr></tbody></table>"
    ),
    (
      "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
      "<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> az</td></tr>"
        + "<tr><td>b <strong>|</strong> im</td></tr></tbody></table>"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td>"
        + "<td>baz</td></tr></tbody></table><blockquote><p>bar</p></blockquote>"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td>"
        + "<td>baz</td></tr><tr><td>bar</td></tr></tbody></table><p>bar</p>"
    ),
    (
      "| abc | def |\n| --- |\n| bar |",
      "<p>| abc | def || --- || bar |</p>"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td></tr>"
        + "<tr><td>bar</td><td>baz</td></tr></tbody></table>"
    ),
    (
      "| abc | def |\n| --- | --- |",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead></table>"
    ),
    (
      "above\nit\n| a |\n|---|\n| [b] |\n\n[b]: /c",
      "<p>aboveit</p><table><thead><tr><th>a</th></tr></thead><tbody>"
        + "<tr><td><a href=\"/c\">b</a></td></tr></tbody></table>"
    ),
    (
      "> | a |\n> |---|\n> | *b* |",
      "<blockquote><table><thead><tr><th>a</th></tr></thead><tbody><tr><td><em>b</em></td></tr>"
        + "</tbody></table></blockquote>"
    ),
    (
      "- | a |\n  |---|\n  | _b_ |",
      "<ul><li><table><thead><tr><th>a</th></tr></thead><tbody><tr><td><em>b</em></td></tr>"
        + "</tbody></table></li></ul>"
    ),
    (
      "| $|x|$ | b |\n|---|---|\n| $\\|v\\|$ | `$|$` |",
      "<table><thead><tr><th>$|x|$</th><th>b</th></tr></thead><tbody><tr><td>$\\|v\\|$</td>"
        + "<td>`$</td></tr></tbody></table>"
    ),
    ("a\n---", "<h2 id=\"a\">a</h2>"), ("a\n:-:", "<p>a:-:</p>"),
    (
      "| # a | - b |\n|---|---|\n| 1. c | [d]: /e |",
      "<table><thead><tr><th># a</th><th>- b</th></tr></thead><tbody><tr><td>1. c</td>"
        + "<td>[d]: /e</td></tr></tbody></table>"
    ),
  ]

  @Test("a table is what GitHub takes for one; math keeps its pipes", arguments: tables)
  func table(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test("the content of a table's cell knows its place")
  func tablePlaces() throws {
    let text = "---\ntitle: a\n---\n\n> | a | b |\n> |---|:--|\n> | *c* | $d$ and `e` |\n"
    let file = SourceFile(name: "a.md", text: text)
    let nodes = LessonReader.read(file).value.document.nodes
    func written(_ find: (Node.Kind) -> Bool) throws -> String {
      let node = try #require(nodes.first { find($0.kind) })
      return file.text(in: try #require(node.span))
    }
    #expect(try written { $0 == .text("c") } == "c")
    #expect(try written { $0 == .text("b") } == "b")
    #expect(try written { if case .math = $0 { true } else { false } } == "$d$")
    #expect(try written { $0 == .code("e") } == "e")
  }

  @Test("a table of many short rows takes no more than its text")
  func shortRows() {
    let head = String(repeating: "a|", count: 2000)
    let rule = String(repeating: "-|", count: 2000)
    let text = "|\(head)\n|\(rule)\n" + String(repeating: "a\n", count: 20_000)
    let nodes = LessonReader.read(SourceFile(name: "a.md", text: text)).value.document.nodes
    #expect(nodes.count { $0.kind == .tableRow } == 20_001)
    #expect(nodes.count { $0.kind == .tableCell } == 22_000)
  }

  // MARK: - Strikethrough

  @Test(
    "text between tildes is struck",
    arguments: [
      ("~~Hi~~ Hello, ~there~ world!", "<del>Hi</del> Hello, <del>there</del> world!"),
      ("This ~~has a", "This ~~has a"),
      ("This will ~~~not~~~ strike.", "This will ~~~not~~~ strike."),
      ("No ~mismatch~~", "No ~mismatch~~"),
      ("~~a *b* `c`~~", "<del>a <em>b</em> <code>c</code></del>"),
      ("*~~a~~*", "<em><del>a</del></em>"), ("~~*a~~*", "~~<em>a~~</em>"),
      ("~ a ~", "~ a ~"), ("\\~a\\~", "~a~"), ("&amp;\\~a~ ~b~", "&amp;~a~ <del>b</del>"),
      ("~a ~~b~ c~~", "<del>a ~~b</del> c~~"), ("a~~b~~c", "a<del>b</del>c"), ("~~", "~~"),
      ("between ~5 and ~6", "between ~5 and ~6"), ("~~a\nb~~", "<del>ab</del>"),
      ("**a ~b** c~", "<strong>a ~b</strong> c~"),
    ]
  )
  func strikethrough(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>")
  }

  @Test("hostile rows of tildes take linear time")
  func hostileTildes() {
    let text = String(repeating: "~a ~~b ", count: 50_000)
    let nodes = LessonReader.read(SourceFile(name: "a.md", text: text)).value.document.nodes
    #expect(nodes.count { $0.kind == .strikethrough } == 0)
  }

  // MARK: - Task lists and alerts

  @Test(
    "brackets at the beginning of an item are a box",
    arguments: [
      ("- [ ] foo\n- [x] bar", "<ul><li>☐foo</li><li>☑bar</li></ul>"),
      ("1. [X] *a*", "<ol><li>☑<em>a</em></li></ol>"), ("- [y] a", "<ul><li>[y] a</li></ul>"),
      ("- [x]a", "<ul><li>[x]a</li></ul>"), ("- a [x] b", "<ul><li>a [x] b</li></ul>"),
      ("- [ ]", "<ul><li>[ ]</li></ul>"),
    ]
  )
  func taskList(_ markdown: String, _ expected: String) {
    let boxes = html(markdown)
      .replacing("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ", with: "☑")
      .replacing("<input type=\"checkbox\" disabled=\"\" /> ", with: "☐")
    #expect(boxes == expected)
  }

  @Test(
    "a quotation that begins with a word in brackets is an alert",
    arguments: Alert.allCases
  )
  func alert(_ alert: Alert) {
    let expected = "<div class=\"markdown-alert-\(alert.rawValue)\"><p>\(alert.title)</p>"
    #expect(
      html("> [!\(alert.rawValue.uppercased())]\n> a *b*")
        == expected + "<p>a <em>b</em></p></div>"
    )
    #expect(html("> [!\(alert.rawValue)]\n>\n> a") == expected + "<p>a</p></div>")
  }

  @Test(
    "other quotations stay",
    arguments: ["> [!NOTE] a", "> [!OTHER]\n> a", "> a\n> [!NOTE]", "> *[!NOTE]*\n> a"]
  )
  func noAlert(_ markdown: String) {
    #expect(html(markdown).hasPrefix("<blockquote>"))
  }

  // MARK: - Footnotes

  @Test("footnotes are numbered in the order of their marks, and stand at the end")
  func footnotes() {
    let text = """
      a[^two] b[^one] c[^Two]

      [^one]: First, see[^three].
      [^two]: Second

          with a second paragraph.
      [^three]: Third
      """
    #expect(
      html(text) == """
        <p>a<sup><a href="#fn-1">1</a></sup> b<sup><a href="#fn-2">2</a></sup> \
        c<sup><a href="#fn-1">1</a></sup></p><div id="fn-1"><p>Second</p><p>with a second \
        paragraph.</p></div><div id="fn-2"><p>First, see<sup><a href="#fn-3">3</a></sup>.</p>\
        </div><div id="fn-3"><p>Third</p></div>
        """
    )
  }

  @Test(
    "what is no footnote is left alone",
    arguments: [
      ("`[^a]` and \\[^a]\n\n[^a]: x[^a]", "<p><code>[^a]</code> and [^a]</p>"),
      ("```\n[^a]: b\n```", "<pre><code>[^a]: b</code></pre>"),
      ("a\n\n    [^a]: b", "<p>a</p><pre><code>[^a]: b</code></pre>"),
      ("<!--\n[^a]: b\n-->", "<!--[^a]: b-->"), ("[^a b]", "<p>[^a b]</p>"),
      ("$[^a]$ and [x](/y)", "<p>$[^a]$ and <a href=\"/y\">x</a></p>"), ("[^]", "<p>[^]</p>"),
    ]
  )
  func noFootnote(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(
    "footnotes that lead nowhere are told",
    arguments: [
      ("a[^b]", ["unknown-footnote"]), ("[^b]: c", ["unused-footnote"]),
      ("a[^b]\n\n[^b]: c\n[^B]: d", ["duplicate-footnote"]), ("a[^b]\n\n[^b]: c", []),
    ]
  )
  func footnoteProblems(_ markdown: String, _ expected: [String]) {
    #expect(diagnostics(markdown) == expected)
  }

  @Test("a footnote's mark keeps its place, and one that leads nowhere its text")
  func footnotePlaces() throws {
    let file = SourceFile(name: "a.md", text: "ab[^c] *d*[^e]\n\n[^c]: f\n")
    let nodes = LessonReader.read(file).value.document.nodes
    let mark = try #require(
      nodes.first { if case .footnoteReference = $0.kind { true } else { false } }
    )
    #expect(file.text(in: try #require(mark.span)) == "[^c]")
    #expect(nodes.contains { $0.kind == .text("[^e]") })
  }

  // MARK: - Headings

  @Test(
    "a heading has the anchor that GitHub gives it, or its own",
    arguments: [
      ("# The loss: $J$ & co.", ["the-loss-j--co"]), ("# A\n# A\n# A-1", ["a", "a-1", "a-1-1"]),
      ("# `code` *em*", ["code-em"]), ("# Größe 2", ["größe-2"]), ("# !", ["section"]),
      ("# A {#b}\n# B", ["b", "b-1"]), ("# A {#b c}", ["a-b-c"]), ("# {#b}", ["b"]),
    ]
  )
  func headings(_ markdown: String, _ expected: [String]) {
    let file = SourceFile(name: "a.md", text: markdown)
    let ids = LessonReader.read(file).value.document.nodes.compactMap { node in
      if case .heading(_, let id) = node.kind { id } else { nil }
    }
    #expect(ids == expected)
  }

  @Test("an anchor that is given twice is an error")
  func duplicateAnchors() {
    #expect(diagnostics("# A {#b}\n\n# C {#b}") == ["duplicate-anchor"])
    #expect(html("# A {#b}") == "<h1 id=\"b\">A</h1>")
  }

  @Test("smart typography is off")
  func typography() {
    #expect(html("\"a\" -- 'b'...") == "<p>&quot;a&quot; -- 'b'...</p>")
  }
}

import Diagnostics
import LessonMarkdown
import LessonModel
import Testing

@testable import Rendering

@Suite("The pages of a study guide")
struct StudyGuideTests {
  private func guide(
    _ texts: [(name: String, text: String)],
    options: GuideOptions = GuideOptions(),
    report: (Lesson) -> Report = { lesson in
      Report(
        cells: lesson.cells.map { CellReport(cell: $0.index, status: .passed, isComplete: true) },
        verdict: .passed
      )
    }
  ) throws -> StudyGuide {
    let lessons = texts.map { name, text in
      let lesson = LessonReader.read(SourceFile(name: "course/" + name, text: text)).value
      return GuideLesson(lesson: lesson, report: report(lesson), colors: [])
    }
    return StudyGuide(
      title: "Course",
      lessons: lessons,
      options: options,
      templates: try PageTemplates()
    )
  }

  private func page(_ text: String, options: GuideOptions = GuideOptions()) throws
    -> StudyGuide.Page
  {
    try guide([("a.md", text)], options: options).page(0)
  }

  // MARK: - Structure

  @Test("the first heading is the title; no level is skipped, and none repeats it")
  func headings() throws {
    let html = try page("# Title\n\n## A\n\n#### B\n\n# C\n").html
    #expect(html.contains("<h1 id=\"title\">Title</h1>"))
    #expect(html.contains("<h2 id=\"a\">A "))
    #expect(html.contains("<h3 id=\"b\">B "))
    #expect(html.contains("<h2 id=\"c\">C "))
    #expect(html.split(separator: "<h1").count == 2)
  }

  @Test("a lesson without a heading has the title of its front matter, or its name")
  func titles() throws {
    #expect(
      try page("---\ntitle: T & U\n---\na").html.contains("<h1 id=\"page.title\">T &amp; U</h1>")
    )
    #expect(try page("a").html.contains("<h1 id=\"page.title\">a</h1>"))
  }

  @Test("lessons lead to their neighbors, and the index to all")
  func neighbors() throws {
    let guide = try guide([("a.md", "# A"), ("b.md", "# B"), ("c.md", "# C")])
    let html = guide.page(1).html
    #expect(html.contains("rel=\"prev\" href=\"a.html\"><span>Previous</span> A</a>"))
    #expect(html.contains("rel=\"next\" href=\"c.html\"><span>Next</span> C</a>"))
    let index = guide.assets(for: (0..<3).map(guide.page))[0]
    #expect(index.name == "index.html")
    for name in ["a", "b", "c"] {
      #expect(index.text.contains("<a href=\"\(name).html\">\(name.uppercased())</a>"))
    }
  }

  @Test("the search knows the words of each section by its address")
  func search() throws {
    let guide = try guide([("a.md", "# A\n\nintro\n\n## Part\n\nneedle \\</script> $x$\n")])
    let script = guide.assets(for: [guide.page(0)])[1].text
    #expect(script.contains("[\"a.html\",\"A\",\"A\",\"intro\"]"))
    #expect(script.contains("[\"a.html#part\",\"A\",\"Part\",\"needle \\u003c/script> x\"]"))
  }

  @Test("tables, boxes, alerts and footnotes are what they are")
  func extensions() throws {
    let html = try page(
      "| a | b |\n|---|--:|\n| 1 |\n\n- [x] c\n\n> [!TIP]\n> d\n\ne[^f] ~~g~~\n\n[^f]: h\n"
    ).html
    #expect(html.contains("<th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th>"))
    #expect(html.contains("<tr><td>1</td><td></td></tr>"))
    #expect(html.contains("aria-label=\"done\">☑</span> c"))
    #expect(html.contains("<aside class=\"alert tip\"><p class=\"alert-title\">Tip</p>"))
    #expect(html.contains("<a id=\"fnref.1\" href=\"#fn.1\" aria-label=\"Footnote 1\">1</a>"))
    #expect(html.contains("<li id=\"fn.1\"><p>h</p>"))
    #expect(html.contains("<del>g</del>"))
  }

  @Test("math is MathML")
  func math() throws {
    let html = try page("$x$\n\n$$]]> y$$\n").html
    #expect(html.contains("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"))
    #expect(html.contains("display=\"block\""))
    #expect(html.contains("]]&gt; y</annotation>"))
    #expect(html.contains("<link rel=\"stylesheet\" href=\"math.css\">"))
    #expect(try !page("x").html.contains("math.css"))
  }

  @Test("the font of formulas is part of a page that has some and stands alone")
  func mathFont() throws {
    let font = "src: url(\"data:font/woff2;base64,d09GMk"
    #expect(try guide([("a.md", "$x$")]).singlePage(images: [:]).contains(font))
    #expect(try !guide([("a.md", "x")]).singlePage(images: [:]).contains(font))
    let guide = try guide([("a.md", "$x$")])
    let sheet = guide.assets(for: [guide.page(0)]).first { $0.name == "math.css" }
    #expect(sheet?.text.contains(font) == true)
  }

  // MARK: - Cells

  @Test("a check says what was checked, by mark and in words")
  func checks() throws {
    let text = "```swift\nlet t = exp(5)  // → 148.4\n```\n"
    let guide = try guide([("a.md", text)]) { lesson in
      let start = (text.utf8.count - 10)
      let check = ExpectationResult(
        span: SourceSpan(start, start + 5),
        holds: true,
        expected: "148.4",
        actual: "148.413159"
      )
      return Report(
        cells: [CellReport(cell: 0, status: .passed, expectations: [check])],
        verdict: .passed
      )
    }
    let html = guide.page(0).html
    #expect(html.contains("aria-label=\"holds: 148.4 = t, computed 148.413159\">\u{A0}✓</span>"))
    #expect(html.contains("line 2: 148.4 = t, computed 148.413159</li>"))
    #expect(html.contains("<summary>✓ 1 check holds</summary>"))
  }

  @Test("a failure is on the page, in words")
  func failure() throws {
    let guide = try guide([("a.md", "```swift\n1 / 0\n```\n")]) { _ in
      let problem = Diagnostic("d", .error, "division <by> zero", at: SourceSpan(9, 14))
      return Report(
        cells: [CellReport(cell: 0, status: .failed, diagnostics: [problem])],
        verdict: .failed
      )
    }
    let html = guide.page(0).html
    #expect(html.contains("<strong>✗ failed</strong>"))
    #expect(html.contains("division &lt;by&gt; zero"))
    #expect(html.contains("<span class=\"verdict no\">✗ a cell failed</span>"))
  }

  @Test("solutions are folded, open in a key, and answers on paper")
  func solutions() throws {
    let text = "```swift exercise=e\n1\n```\n\n```swift solution=e\n2\n```\n"
    let folded = try page(text).html
    #expect(folded.contains("<p class=\"role\">Exercise: e</p>"))
    #expect(folded.contains("<details class=\"solution\"><summary>Solution: e</summary>"))
    #expect(folded.contains("<section class=\"answers\" aria-label=\"Answers\"><h2>Answers</h2>"))
    let key = try page(text, options: GuideOptions(solutions: .open)).html
    #expect(key.contains("<details class=\"solution\" open>"))
  }

  @Test("hidden cells are not shown, folded ones are folded")
  func visibility() throws {
    let html = try page("```swift hidden\nlet secret = 1\n```\n\n```swift folded\nlet a = 1\n```\n")
      .html
    #expect(!html.contains("secret"))
    #expect(html.contains("<details class=\"folded\"><summary>Code of 1 line</summary>"))
  }

  // MARK: - Links

  @Test(
    "links and images that lead nowhere are errors with a place",
    arguments: [
      ("[a](#b)", "broken-link"), ("[a](c.md)", "broken-link"), ("[a](b.md#none)", "broken-link"),
      ("[a](../x.txt)", "broken-link"), ("![a](/etc/passwd)", "broken-link"),
      ("[a](javascript:alert)", "unsafe-link"), ("[a](data:text/html,x)", "unsafe-link"),
      ("[a](java&#10;script:x)", "unsafe-link"), ("![a](https://x.y/z.png)", "external-image"),
      ("<video></video>", "raw-html"), ("![a](b.md)", "missing-image"),
    ]
  )
  func brokenLinks(_ text: String, _ id: String) throws {
    let page = try guide([("a.md", "# A\n\n" + text), ("b.md", "# B")]).page(0)
    #expect(page.diagnostics.map(\.id) == [id])
    #expect(page.diagnostics.allSatisfy { ($0.span?.start ?? 0) >= 5 })
    #expect(!page.html.contains("javascript:"))
  }

  @Test(
    "links that lead somewhere do",
    arguments: [
      ("[a](#a)", "href=\"a.html#a\""), ("[a](b.md)", "href=\"b.html\""),
      ("[a](./b.md#b)", "href=\"b.html#b\""),
      ("[a](https://x.y/?a&b)", "href=\"https://x.y/?a&amp;b\""),
      ("[a](mailto:a@b.c)", "href=\"mailto:a@b.c\""), ("[a](data.csv)", "href=\"data.csv\""),
      ("![a *b*](p/c.png \"t\")", "<img src=\"p/c.png\" alt=\"a b\" title=\"t\">"),
    ]
  )
  func links(_ text: String, _ expected: String) throws {
    let page = try guide([("a.md", "# A\n\n" + text), ("b.md", "# B")]).page(0)
    #expect(page.diagnostics == [])
    #expect(page.html.contains(expected))
  }

  @Test("external links are footnotes on paper")
  func printedLinks() throws {
    let html = try page("[a](https://x.y/z) <https://x.y/w>").html
    #expect(html.contains("a</a><sup class=\"print-mark\">1</sup>"))
    #expect(html.contains("<li>https://x.y/z</li>\n<li>https://x.y/w</li>"))
  }

  // MARK: - Safety

  @Test("hostile text is text: nothing of it becomes an element")
  func hostileText() throws {
    let attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    let text = """
      ---
      title: '\(attack.replacing("'", with: "''"))'
      summary: '\(attack.replacing("'", with: "''"))'
      lecture: '</style><script>alert(1)</script>'
      ---

      ## \(attack)

      `\(attack)` \(attack) $\(attack)$

      ```swift id=</style><script>
      // \(attack)
      ```

      ```"><script>
      \(attack)
      ```

      ![\(attack)](a.png "\(attack.replacing("\"", with: "&quot;"))")
      """
    let guide = try guide([("a\"><script>.md", text)])
    let page = guide.page(0)
    for html in [page.html, guide.singlePage(images: [:])] + guide.assets(for: [page]).map(\.text) {
      #expect(!html.contains("<script>alert"))
      #expect(!html.contains("<img src=x"))
      #expect(!html.contains("<img src=\"x\" onerror"))
    }
  }

  @Test("a page allows its own style and script, and nothing else")
  func policy() throws {
    let html = try page("a").html
    #expect(
      html.contains(
        "default-src 'none'; style-src 'self'; style-src-attr 'none'; script-src 'self';"
      )
    )
    let single = try guide([("a.md", "a")]).singlePage(images: [:])
    #expect(single.contains("script-src 'sha256-"))
    #expect(!single.contains("href=\"style.css\""))
  }

  @Test("the attributes of style that a page has are allowed one by one")
  func styleAttributes() throws {
    // The digest that 'printf "border:1px solid;padding:0.2em" | openssl dgst -sha256 -binary | base64' prints.
    let box = "'sha256-y8E93btdQ6M3lD+oAnv7DEuYyDPg1uhDTz1kB5XuuKE='"
    let html = try page("$\\boxed{x}$ and $\\boxed{y}$").html
    #expect(html.contains("style-src-attr 'unsafe-hashes' \(box); script-src"))
    let sanitized = try page("<p style='color:red'>x</p>").html
    #expect(sanitized.contains("style-src-attr 'none'"))
    let kept = try page("<p style='color:red'>x</p>", options: GuideOptions(rawHTML: .kept)).html
    // That of 'color:red'.
    #expect(kept.contains("'unsafe-hashes' 'sha256-8f935d27GvUutRyY9yWScUMiFUk4WTdZURISiYfPOeQ='"))
    #expect(!kept.contains("unsafe-inline"))
  }

  @Test("all HTML is kept where the user says so")
  func keptHTML() throws {
    let page = try page("<video controls></video>", options: GuideOptions(rawHTML: .kept))
    #expect(page.html.contains("<video controls></video>"))
    #expect(page.diagnostics == [])
  }

  // MARK: - One page

  @Test("one page holds all lessons, each with anchors of its own")
  func singlePage() throws {
    let guide = try guide([
      ("a.md", "# A\n\n## P\n\n[b](b.md#p)"), ("b.md", "# B\n\n## P\n\n![i](i.png)"),
    ])
    let html = guide.singlePage(images: ["i.png": "data:image/png;base64,AA=="])
    #expect(html.contains("<h1>Course</h1>"))
    #expect(html.contains("<h2 id=\"a.a\">A</h2>"))
    #expect(html.contains("<h3 id=\"b.p\">P "))
    #expect(html.contains("<a href=\"#b.p\">b</a>"))
    #expect(html.contains("src=\"data:image/png;base64,AA==\""))
  }

  // MARK: - Templates

  @Test("a template replaces the built-in one")
  func templates() throws {
    let templates = try PageTemplates(replacing: [
      "article.mustache": "<p>{{verdict}}</p>{{{body}}}", "style.css": "p{}",
    ])
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: "b")).value
    let guide = StudyGuide(
      title: "C",
      lessons: [
        GuideLesson(lesson: lesson, report: Report(cells: [], verdict: .passed), colors: [])
      ],
      options: GuideOptions(),
      templates: templates
    )
    #expect(guide.page(0).html.contains("<p>✓ runs</p><p>b</p>"))
    #expect(guide.singlePage(images: [:]).contains("<style>p{}</style>"))
  }

  @Test(
    "templates that cannot be used are refused by name",
    arguments: [("other.mustache", ""), ("lesson.mustache", "{{#a}}")]
  )
  func badTemplates(_ name: String, _ text: String) {
    #expect(throws: PageTemplates.Failure.self) { try PageTemplates(replacing: [name: text]) }
  }
}

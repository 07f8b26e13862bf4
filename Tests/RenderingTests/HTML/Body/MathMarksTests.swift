import Diagnostics
import LessonMarkdown
import LessonModel
import Testing

@testable import Rendering

@Suite("Marks of numbers in prose and formulas")
struct MathMarksTests {
  /// The page of a lesson, with checks of parts of its text.
  private func page(
    _ text: String,
    _ checks: [(method: MathCheck.Method, written: String, computed: String, holds: Bool)],
    claim: String? = nil
  ) throws -> String {
    let file = SourceFile(name: "a.md", text: text)
    let lesson = LessonReader.read(file).value
    let expression = try claim.map { try span(of: $0, in: text) }
    let report = Report(
      cells: [],
      checks: try checks.map { method, written, computed, holds in
        let span = try span(of: written, in: text)
        let result = ExpectationResult(
          span: span,
          holds: holds,
          expected: written,
          actual: computed
        )
        return MathCheck(method: method, result: result, numbers: [span], expression: expression)
      },
      verdict: .passed
    )
    let guide = StudyGuide(
      title: "C",
      lessons: [GuideLesson(lesson: lesson, report: report, colors: [])],
      options: GuideOptions(),
      templates: try PageTemplates()
    )
    return guide.page(0).html
  }

  private func span(of part: String, in text: String) throws -> SourceSpan {
    let range = try #require(text.firstRange(of: part))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return SourceSpan(start, start + part.utf8.count)
  }

  @Test("a number in prose is marked where its claim stands")
  func prose() throws {
    let html = try page(
      "The sum is 176.3<!-- = t.sum() --> here.\n",
      [(.claim, "176.3", "176.329", true)],
      claim: "t.sum()"
    )
    let words = "176.3 = t.sum(), computed 176.329"
    #expect(
      html.contains(
        "176.3<span class=\"mark ok\" role=\"img\" title=\"\(words)\" "
          + "aria-label=\"holds: \(words)\">\u{A0}✓</span> here."
      )
    )
    #expect(html.contains("<summary>✓ 1 check of numbers in the text holds</summary>"))
    #expect(html.contains("</span> line 1: \(words)</li>"))
  }

  @Test("the numbers of one claim have one mark; of them those that are wrong are said")
  func formula() throws {
    let text = "$$t = \\begin{bmatrix} 148.4 \\\\ 7.5 \\end{bmatrix}$$<!-- = t -->\n\n5 and 7.5\n"
    let html = try page(
      text,
      [(.claim, "148.4", "148.413", true), (.claim, "7.5", "7.389", false)],
      claim: "t -"
    )
    let words = "7.5 ≠ t -, computed 7.389"
    #expect(
      html.contains(
        "</math></span><span class=\"mark no\" role=\"img\" title=\"\(words)\" "
          + "aria-label=\"fails: \(words)\">\u{A0}✗</span></span>"
      )
    )
    #expect(html.split(separator: "class=\"mark").count == 2)
    #expect(html.contains("<summary>✗ 1 of 2 checks of numbers in the text failed</summary>"))
  }

  @Test("what was checked at one place has one mark, which says each thing once")
  func oneMark() throws {
    let html = try page(
      "$1 + 1 = 2 = 4 - 2$\n",
      [
        (.arithmetic, "2", "2", true), (.arithmetic, "2", "2", true),
        (.identity, "1 + 1", "4 - 2", true),
      ]
    )
    let words =
      "2 is what the side beside it comes to; 1 + 1 = 4 − 2, at all sampled values"
    #expect(html.contains("aria-label=\"holds: \(words)\">"))
    #expect(html.split(separator: "class=\"mark").count == 2)
    let wrong = try page(
      "$1 + 1 = 2 = 5$\n",
      [(.arithmetic, "2", "2", true), (.arithmetic, "5", "2", false)]
    )
    #expect(wrong.contains("aria-label=\"fails: 5 is not 2, what the side beside it comes to\">"))
    #expect(wrong.split(separator: "class=\"mark").count == 2)
  }

  @Test("arithmetic and identities are said in words")
  func arithmetic() throws {
    let sum = try page("$1 + 1 = 2$\n", [(.arithmetic, "2", "2", true)])
    #expect(sum.contains("<span class=\"checked\"><math"))
    #expect(sum.contains("</math><span class=\"mark ok\" role=\"img\" title=\"2 is what"))
    let wrong = try page("$1 + 1 = 3$\n", [(.arithmetic, "3", "2", false)])
    #expect(wrong.contains("fails: 3 is not 2, what the side beside it comes to\""))
    let identity = try page("$w^2 = w w$\n", [(.identity, "w^2", "w w", true)])
    #expect(identity.contains("title=\"w² = ww, at all sampled values\""))
  }

  @Test("a lesson without such checks has no list of them")
  func none() throws {
    #expect(try !page("$1 + 1 = 2$\n", []).contains("class=\"checks"))
  }

  @Test("hostile expressions stay text")
  func hostile() throws {
    let html = try page(
      "1<!-- = f(\"><script>\") -->\n",
      [(.claim, "1", "<b>", true)],
      claim: "f(\"><script>\")"
    )
    #expect(html.contains("1 = f(&quot;&gt;&lt;script&gt;&quot;), computed &lt;b&gt;"))
  }
}

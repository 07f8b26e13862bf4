import Diagnostics
import LessonModel
import Testing

@testable import LessonRunner

@Suite("Identities hold for all values (rule 9)")
struct IdentityTests {
  @Test(
    "true ones",
    arguments: [
      "w^2 - 10w + 25 = (w - 5)^2",
      #"\frac{e^{z_1}}{e^{z_1} + e^{z_2}} = \frac{1}{1 + e^{-(z_1 - z_2)}}"#,
      #"\log(ab) = \log a + \log b"#, #"J = (w - 5)^2 = w^2 - 10w + 25"#,
      #"\sum_{i=1}^{4} i x = 10x"#, #"\sin^2 x + \cos^2 x = 1"#,
    ]
  )
  func holds(_ tex: String) {
    let lesson = CheckedLesson("$\(tex)$<!-- identity -->")
    #expect(lesson.problems == [])
    #expect(lesson.report.checks.map(\.method) == [.identity])
  }

  @Test(
    "false ones, and what is none",
    arguments: [
      ("w^2 - 10w + 24 = (w - 5)^2", "identity-mismatch"),
      (#"\sqrt{x^2} = x"#, "identity-mismatch"), (#"y = x"#, "unreadable-identity"),
      (#"f(x) = g(x)"#, "unreadable-identity"), ("x", "unreadable-identity"),
      (#"\log(-x^2) = \log(-x^2)"#, "undefined-identity"),
    ]
  )
  func fails(_ tex: String, _ id: String) {
    let lesson = CheckedLesson("$\(tex)$<!-- identity -->")
    #expect(lesson.report.diagnostics.map(\.id) == [id])
    #expect(lesson.report.verdict == .failed)
  }
}

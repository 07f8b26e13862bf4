import Diagnostics
import LessonModel
import Testing

@testable import LessonRunner

@Suite("Coverage and mutation tell how closely a lesson is checked")
struct CoverageTests {
  private static let text = """
    ```swift
    let t = [148.41, 7.39]  // → [148.41, 7.39]
    print(t[0])
    ```

    ```output
    148.41
    ```

    The first is 148.4<!-- = t[0] -->, the second 7.4, and `9` is code of [2](3).

    | a | 8 | 7.39<!-- = t[1] --> |

    $t_1 = 148.4$<!-- = t[0] -->, $x^{[2]} = 5$, $2 \\cdot 3 = 6$, $\\frac{148.4}{2.0} = 74.2$

    $w^2 - 10w + 25 = (w - 5)^2$<!-- identity -->
    """

  @Test("numbers are counted where they stand, and checked where a changed digit fails")
  func coverage() {
    let lesson = CheckedLesson(Self.text)
    #expect(lesson.problems == [])
    let coverage = NumberCensus.coverage(of: lesson.lesson, lesson.report)
    func texts(_ place: NumberCoverage.Place, isChecked: Bool) -> [String] {
      coverage.entries(in: place).filter { $0.isChecked == isChecked }
        .map { lesson.file.text(in: $0.span) }
    }
    #expect(texts(.prose, isChecked: true) == ["148.4"])
    #expect(texts(.prose, isChecked: false) == ["7.4", "2"])
    #expect(texts(.table, isChecked: true) == ["7.39"])
    #expect(texts(.table, isChecked: false) == ["8"])
    #expect(texts(.formula, isChecked: false) == ["5", "148.4", "74.2"])
    #expect(
      texts(.formula, isChecked: true) == [
        "148.4", "2", "3", "6", "2.0", "10", "25", "5",
      ]
    )
  }

  @Test("every change of a checked number is noticed, whatever the seed", arguments: [1, 2, 3, 4])
  func mutation(_ seed: UInt64) {
    let lesson = CheckedLesson(Self.text)
    let mutations = MutationTest(of: lesson.lesson, lesson.report).run(seed: seed) { file in
      CheckedLesson(String(decoding: file.bytes, as: UTF8.self)).report.verdict == .passed
    }
    // 148.41 and 7.39 in the comment, 148.41 in the output, 2 in prose, 8 in formulas.
    #expect(mutations.count == 13)
    #expect(mutations.allSatisfy { $0.isCaught && $0.written != $0.changed })
  }

  @Test("a change that nothing notices is told")
  func survivor() {
    let lesson = CheckedLesson("$1 + 1 = 2$")
    let mutations = MutationTest(of: lesson.lesson, lesson.report).run(seed: 1) { _ in true }
    #expect(mutations.map(\.isCaught) == [false, false, false])
    #expect(mutations.map(\.written) == ["1", "1", "2"])
  }
}

import Diagnostics
import LessonModel
import Testing

@testable import LessonRunner

@Suite("Claims tie what is written to what is computed (rule 8)")
struct ClaimTests {
  private static let cell = """
    ```swift
    let t = exp(Tensor([5, 2, -1, 3]))
    let a = t / t.sum()
    let n = 1234
    let rows = [[1.0, 2.0], [3.0, 4.5]]
    ```


    """

  @Test(
    "what the session computes holds",
    arguments: [
      "The sum is 176.3<!-- = t.sum() -->.", "**0.842**<!-- = a[0] -->", "84.2 %<!-- = a[0] -->",
      "n is 1,234<!-- = n -->", "≈ 176<!-- = t.sum() -->", "0.333…<!-- = 1.0 / 3 -->",
      "$a_1 = 0.842$<!-- = a[0] -->", #"$a_1 = 84.2\%$<!-- = a[0] -->"#,
      "$t$, $176.256$<!-- = t.sum() -->",
      #"$$t \approx \begin{bmatrix} 148.4 \\ 7.4 \\ 0.4 \\ 20.1 \end{bmatrix}$$<!-- = t -->"#,
      #"$t = (148.4, 7.4, 0.4, 20.1)$ <!-- = t -->"#, "$$\nx = 0.042\n$$<!-- = a[1] -->",
      "$$\nx = 0.042\n$$\n<!-- = a[1] -->", #"$x = \frac{1}{2}$<!-- = rows[0][0] / 2 -->"#,
      #"$x = \frac{148.4}{176.3}$<!-- = a[0] -->"#,
      "$(4, 0.5), x = 7.4$<!-- = [4, rows[0][0] / 2] --><!-- = t[1] -->",
      #"$X = \begin{matrix} 1 & 2 \\ 3 & 4.5 \end{matrix}$<!-- = rows -->"#,
      "> $$\n> x = 0.042\n> $$<!-- = a[1] -->", "- item 0.842<!-- = a[0] -->",
      "```math\nx = 0.042\n```\n<!-- = a[1] -->", #"$x = 1.484 \times 10^{2}$<!-- = t[0] -->"#,
      "| a | 0.842<!-- = a[0] --> |", #"$a_1 = 84.2\,\%$<!-- = a[0] -->"#,
      #"$a_1 = 84.2~\%$<!-- = a[0] -->"#, "84.2\u{A0}%<!-- = a[0] -->",
      "84.2\u{202F}%<!-- = a[0] -->",
    ]
  )
  func holds(_ text: String) {
    let lesson = CheckedLesson(Self.cell + text + "\n")
    #expect(lesson.problems == [])
    #expect(!lesson.report.checks.isEmpty)
    #expect(lesson.report.verdict == .passed)
    #expect(lesson.written == Self.cell + text + "\n")
  }

  @Test(
    "what it does not compute is an error at its digits, and is mended with its precision",
    arguments: [
      ("is 176.2<!-- = t.sum() -->.", "176.2", "is 176.3<!-- = t.sum() -->."),
      ("$a = -0.84$<!-- = a[0] -->", "-0.84", "$a = 0.84$<!-- = a[0] -->"),
      ("$a = 0.5000$<!-- = -a[0] -->", "0.5000", "$a = -0.8420$<!-- = -a[0] -->"),
      (#"$a = 80.0\%$<!-- = a[0] -->"#, "80.0", #"$a = 84.2\%$<!-- = a[0] -->"#),
      (#"$a = 80.0\,\%$<!-- = a[0] -->"#, "80.0", #"$a = 84.2\,\%$<!-- = a[0] -->"#),
      ("80.0\u{202F}%<!-- = a[0] -->", "80.0", "84.2\u{202F}%<!-- = a[0] -->"),
      ("$n = 1{,}235$<!-- = n -->", "1{,}235", "$n = 1{,}234$<!-- = n -->"),
      ("5<!-- = n * 1000 -->", "5", "1234000<!-- = n * 1000 -->"),
      ("1,000<!-- = n * 1000 -->", "1,000", "1,234,000<!-- = n * 1000 -->"),
      (#"$1.0 \times 10^2$<!-- = t[0] -->"#, "1.0", #"$1.5 \times 10^2$<!-- = t[0] -->"#),
      ("> $$\n> x = 0.1\n> $$<!-- = a[1] -->", "0.1", "> $$\n> x = 0.0\n> $$<!-- = a[1] -->"),
      (#"$\approx 177$<!-- = t.sum() -->"#, "177", #"$\approx 176$<!-- = t.sum() -->"#),
      ("0.334…<!-- = 1.0 / 3 -->", "0.334", "0.333…<!-- = 1.0 / 3 -->"),
    ]
  )
  func mended(_ text: String, _ digits: String, _ expected: String) {
    let lesson = CheckedLesson(Self.cell + text + "\n")
    #expect(lesson.problems == ["claim-mismatch '\(digits)'"])
    #expect(lesson.report.verdict == .failed)
    #expect(lesson.written == Self.cell + expected + "\n")
    let again = CheckedLesson(lesson.written)
    #expect(again.report.verdict == .passed)
    #expect(again.written == lesson.written)
  }

  @Test(
    "what cannot be mended stays",
    arguments: [
      ("$n = 5$<!-- = t[0] -->", "claim-mismatch '5'"),
      (#"$x = \frac{1}{2}$<!-- = a[0] -->"#, #"claim-mismatch '\frac{1}{2}'"#),
      ("$t = (1, 2)$<!-- = t -->", "claim-shape 't'"), ("5<!-- = t -->", "claim-shape 't'"),
      (#"$\begin{matrix} 1 & 2 & 3 & 4.5 \end{matrix}$<!-- = rows -->"#, "claim-shape 'rows'"),
      ("$x = y$<!-- = n -->", "claim-without-number 'n'"),
      ("5<!-- = \"text\" -->", "claim-not-numeric '\"text\"'"),
      ("5<!-- = nope -->", "unknown-name 'nope'"),
      ("5<!-- = let x = 3 -->", "claim-without-value 'let x = 3'"),
      ("word<!-- = n -->", "misplaced-claim '<!-- = n -->'"), ("5<!-- = -->", "empty-claim '='"),
      ("5<!-- unchecked -->", "unexplained-exception 'unchecked'"),
      ("5<!-- identity -->", "identity-of-a-number '5'"),
      ("5<!-- = [1][3] -->", "index-out-of-range '[1][3]'"),
      ("$5 = 5$<!-- = n --><!-- = n - 1229 -->", "claim-mismatch '5'"),
    ]
  )
  func refused(_ text: String, _ problem: String) {
    let lesson = CheckedLesson(Self.cell + text + "\n")
    #expect(lesson.problems == [problem])
    #expect(lesson.written == Self.cell + text + "\n" || problem.hasPrefix("claim-mismatch '5'"))
  }

  @Test("a claim sees what stands above it, and nothing below")
  func order() {
    let text =
      "1<!-- = x -->\n\n```swift\nvar x = 1\n```\n\n1<!-- = x -->\n\n```swift\nx = 2\n```\n\n2<!-- = x -->\n"
    let lesson = CheckedLesson(text)
    #expect(lesson.problems == ["unknown-name 'x'"])
    #expect(lesson.report.checks.map(\.result.holds) == [true, true])
  }

  @Test("one bad claim takes nothing from the others, and closures and strings harm no later cell")
  func independence() {
    let text = """
      ```swift
      let xs = [1, 2]
      ```
      2<!-- = nope --> 3<!-- = xs.map { $0 + "a".count }[1] --> 4<!-- = xs.map { $0 * 2 }[1] -->

      ```swift
      let ys = xs.map { "\\($0)b" }
      print("c", ys)
      ```

      3<!-- = ys.map { $0 + "dd" }[0].count + xs.count - 3 -->
      """
    let lesson = CheckedLesson(text)
    #expect(lesson.problems == ["unknown-name 'nope'"])
    #expect(lesson.report.cells[1].text == "c [\"1b\", \"2b\"]\n")
    #expect(lesson.report.checks.map(\.result.holds) == [true, true, true])
  }

  private static let variables = """
    ```swift
    var numbers = [1, 2, 3]
    var count = 0
    func next() -> Int {
      count += 1
      return count
    }
    func counter() -> () -> Int {
      var n = 0
      return {
        n += 1
        return n
      }
    }
    let tick = counter()
    let ticks = [[counter()]]
    struct Stack {
      var items = ["a", "b"]
      mutating func pop() -> String { items.removeLast() }
    }
    var stack = Stack()
    var generator = SeededGenerator(seed: 1)
    ```


    """
  private static let look = """


    ```swift
    print(numbers, count, tick(), ticks[0][0](), stack.items, generator.nextUniform())
    ```
    """

  @Test(
    "a claim that would change a variable is refused, and has changed nothing",
    arguments: [
      "numbers.removeLast()", "next()", "tick()", "ticks[0][0]()", "stack.pop().count",
      "generator.nextUniform()", "[next(), numbers[4]]",
    ]
  )
  func changing(_ claim: String) {
    let text = "3<!-- = numbers[2] --> 3<!-- = \(claim) --> 2<!-- = numbers.sorted()[1] -->"
    let lesson = CheckedLesson(Self.variables + text + Self.look)
    let id = claim.contains("[4]") ? "index-out-of-range" : "claim-changes-state"
    #expect(lesson.report.diagnostics.map(\.id) == [id])
    #expect(lesson.report.checks.map(\.result.holds) == [true, true])
    let without = CheckedLesson(Self.variables + Self.look)
    #expect(without.problems == [])
    #expect(lesson.report.cells.map(\.text) == without.report.cells.map(\.text))
  }

  @Test(
    "a claim of literals computes nothing, and its number is not checked",
    arguments: [
      ("5<!-- = 5 -->", 0), ("$x = -0.5$<!-- = -(0.5) -->", 0), ("$1, 2$<!-- = [1, 2] -->", 0),
      (#"$x = \frac{1}{2}$<!-- = 0.5 -->"#, 0), ("3<!-- = 1 + 2 -->", 1),
      ("$1, 1234$<!-- = [1, n] -->", 2),
    ]
  )
  func literals(_ text: String, _ checked: Int) {
    let lesson = CheckedLesson(Self.cell + text + "\n")
    #expect(lesson.report.verdict == .passed)
    #expect(lesson.report.diagnostics.map(\.id) == (checked == 0 ? ["claim-of-literals"] : []))
    let coverage = NumberCensus.coverage(of: lesson.lesson, lesson.report)
    #expect(coverage.entries.count(where: \.isChecked) == checked)
  }

  @Test("a claim on what a failed cell was to declare is skipped, as cells are")
  func skipped() {
    let lesson = CheckedLesson("```swift\nlet x = [1][2]\n```\n\n5<!-- = x -->\n")
    #expect(lesson.problems == [])
    #expect(lesson.report.checks.isEmpty)
  }

  @Test("money, code and ordinary comments are no formulas and no claims")
  func others() {
    let lesson = CheckedLesson(
      "costs $5 and $6, `5<!-- = 6 -->`, 5<!-- a remark -->\n\n    5<!-- = 6 -->\n"
    )
    #expect(lesson.problems == [])
    #expect(lesson.report.checks.isEmpty)
  }
}

import Diagnostics
import LessonMarkdown
import LessonModel
import ScriptLibrary
import Testing

@testable import LessonRunner

/// A lesson that was run, for tests of what stands outside of its cells.
struct CheckedLesson {
  let file: SourceFile
  let lesson: Lesson
  let report: Report

  init(_ text: String) {
    file = SourceFile(name: "a.md", text: text)
    lesson = LessonReader.read(file).value
    report = SessionRunner(library: makeLessonLibrary()).run(lesson)
  }

  /// Each problem as `id 'digits'`.
  var problems: [String] {
    report.diagnostics.map { "\($0.id) '\($0.span.map(file.text(in:)) ?? "")'" }
  }

  /// The lesson with its numbers mended.
  var written: String {
    String(
      decoding: OutputSplicer.splice(report.cells, report.edits, into: lesson),
      as: UTF8.self
    )
  }
}

@Suite("Arithmetic in formulas checks itself (rule 9)")
struct ArithmeticTests {
  @Test(
    "what is right passes without a word",
    arguments: [
      #"\frac{148.4}{176.3} = 0.842"#, #"e^5 \approx 148.4"#, #"-\log 0.2 \approx 1.609"#,
      "0.842 + 0.158 = 1", #"2^{10} = 1024 = 1{,}024"#, #"\frac{1}{3} = 33.3\%"#,
      #"\frac{1}{8} = 0.13"#, #"\frac{1}{8} = 0.12"#, #"\frac{5}{2} \approx 3"#,
      #"\frac{1}{3} = 0.333\ldots"#, #"\frac{2}{3} = 0.666\ldots"#, "0.001 = 10^{-3}",
      #"\frac{1}{400} = 2.5 \times 10^{-3}"#, #"\pi \approx 3.14"#, #"\frac{1}{1 - 0.9} \to 10"#,
      #"0.9^{10} \approx 0.35 \approx \frac{1}{e}"#, #"\sum_{j=1}^{4} j = 10"#,
      #"\begin{bmatrix} e^0 \\ e^1 \end{bmatrix} \approx \begin{bmatrix} 1 \\ 2.718 \end{bmatrix}"#,
      #"\begin{aligned} a &= 1 + 1 \\ &= 2 \end{aligned}"#, #"\frac{1}{2} = \frac{2}{4}"#,
      "e = 2.718", "0.5 = 50\\%", #"\sqrt{2} \approx 1.414"#,
    ]
  )
  func holds(_ tex: String) {
    let lesson = CheckedLesson("$\(tex)$")
    #expect(lesson.problems == [])
    #expect(!lesson.report.checks.isEmpty || tex.contains("frac{1}{e}"))
    #expect(lesson.report.verdict == .passed)
  }

  @Test(
    "what is wrong is an error at its digits",
    arguments: [
      (#"0.02 \times 40 = 8"#, "8"), (#"\frac{148.4}{176.3} = 0.843"#, "0.843"),
      (#"e^5 \approx 148.6"#, "148.6"), ("e = 2.71", "2.71"), ("1 + 1 = 3", "3"),
      ("10 = 5 + 6", "10"), (#"\frac{1}{3} = 0.334\ldots"#, "0.334"), ("2^{10} = 1000", "1000"),
      (#"\frac{1}{8} = 0.11"#, "0.11"), (#"\frac{9}{2} = 5"#, "5"), (#"\frac{1}{3} = 34\%"#, "34"),
      (#"\begin{bmatrix} 1+1 \\ 2 \end{bmatrix} = \begin{bmatrix} 2 \\ 3 \end{bmatrix}"#, "3"),
      (#"a = 2 \cdot 3 = 5 = b"#, "5"),
      ("2 + 3 = 5 = 10 - 6", "10 - 6"), (#"\frac{1}{2} = \frac{2}{5}"#, #"\frac{2}{5}"#),
      (#"x \le 2 \cdot 3 = 7"#, "7"), ("1 = 2", "2"), (#"\frac{1}{1 - 0.99} \to 210"#, "210"),
      (#"\sin(\pi/2) = 2"#, "2"), (#"2\pi \approx 7.28"#, "7.28"),
      (#"\frac{\pi}{4} = 1.785"#, "1.785"),
      (#"\left|-3\right| = -3"#, "3"), (#"\frac{1}{4} = 35\,\%"#, "35"),
      (#"e^{-3} = 0.15"#, "0.15"),
    ]
  )
  func fails(_ tex: String, _ digits: String) {
    let lesson = CheckedLesson("text $\(tex)$ text")
    #expect(lesson.problems == ["arithmetic-mismatch '\(digits)'"])
    #expect(lesson.report.verdict == .failed)
  }

  @Test(
    "what passes with a remark or a warning",
    arguments: [
      (#"e \approx 2.71"#, "truncated '2.71'"),
      (#"\frac{1}{3} \approx 0.34"#, "off-by-one-unit '0.34'"),
      ("0.843 + 0.158 = 1", "rounded-inputs '1'"), (#"\log 8 = 3"#, "logarithm-base '3'"),
      (#"2^{10} \approx 1000"#, "rounded-zeros '1000'"),
      (#"\frac{148.4}{176.3} = 0.8413"#, "rounded-inputs '0.8413'"),
    ]
  )
  func remarks(_ tex: String, _ problem: String) {
    let lesson = CheckedLesson("$\(tex)$")
    #expect(lesson.problems == [problem])
    #expect(lesson.report.verdict == .passed)
  }

  @Test(
    "an integer that goes in is exact; a decimal, and what is beside % or a power of ten, rounded",
    arguments: [
      (#"50\% \times 30 = 15.15"#, "rounded-inputs '15.15'"),
      (#"50\% \times 30 = 15.1"#, "rounded-inputs '15.1'"),
      (#"50\% \times 30 = 15.2"#, "arithmetic-mismatch '15.2'"),
      (#"\frac{1}{2} \times 30 = 15.15"#, "arithmetic-mismatch '15.15'"),
      (#"50\% \times 0.5 = 26\%"#, "rounded-inputs '26'"),
      (#"50\% \times 0.5 = 29\%"#, "arithmetic-mismatch '29'"),
      (#"1.5 \times 10^3 \times 2 = 3.1 \times 10^3"#, "rounded-inputs '3.1'"),
      (#"1.5 \times 10^3 \times 2 = 3.2 \times 10^3"#, "arithmetic-mismatch '3.2'"),
      (#"15 \times 10^2 \times 2 = 3.1 \times 10^3"#, "rounded-inputs '3.1'"),
      (#"1500 \times 2 = 3.1 \times 10^3"#, "arithmetic-mismatch '3.1'"),
      ("0.9^{10} = 0.3488", "rounded-inputs '0.3488'"),
      (#"\left(\frac{9}{10}\right)^{10} = 0.3488"#, "arithmetic-mismatch '0.3488'"),
      (#"1 / 0.04 \to 26"#, "rounded-inputs '26'"),
      (#"100 / 4 \to 26"#, "arithmetic-mismatch '26'"),
      (#"101 / 4 \to 26"#, "off-by-one-unit '26'"),
      (#"101 / 4 \to 27"#, "arithmetic-mismatch '27'"),
      (#"0.5 \times 4 \to 3"#, "arithmetic-mismatch '3'"),
      (#"\frac{1}{4} \approx 0.26"#, "arithmetic-mismatch '0.26'"),
      (#"2 \times 10^{-3} = 0.003"#, "arithmetic-mismatch '0.003'"),
      (#"2 \times 10^{-3} = 0.0024"#, "rounded-inputs '0.0024'"),
      ("100 / 4 = 26", "arithmetic-mismatch '26'"),
      (#"\sqrt{2} = 1.4142\dots = 1.4143"#, "rounded-inputs '1.4143'"),
      (#"\sqrt{2} = 1.4142\dots = 1.4144"#, "arithmetic-mismatch '1.4144'"),
    ]
  )
  func roundedInputs(_ tex: String, _ problem: String) {
    #expect(CheckedLesson("$\(tex)$").problems == [problem])
  }

  @Test("what is claimed is told in the form that is written, too")
  func claimedForm() {
    let text =
      "```swift\nlet share = 0.25\n```\n\n26%<!-- = share --> $x = 2.6 \\times 10^{-1}$<!-- = share -->"
    #expect(
      CheckedLesson(text).report.diagnostics.map(\.message) == [
        "written is '26', but computed is '25'", "written is '2.6', but computed is '2.5'",
      ]
    )
  }

  @Test(
    "what is computed is told in the form that is written",
    arguments: [
      (#"\frac{3}{8} = 38.5\%"#, "written is '38.5', but computed is 37.5"),
      (#"2^{-3} = 1.25 \times 10^{-2}"#, "written is '1.25', but computed is 12.5"),
      (#"300 \times 401 = 120{,}000"#, "written is '120{,}000', but computed is 120300"),
      (#"\frac{1}{2} + \frac{1}{4} = 80\%"#, "written is '80', but computed is 75"),
      (#"2^{20} = 1.06 \times 10^{6}"#, "written is '1.06', but computed is 1.04858"),
    ]
  )
  func computedForm(_ tex: String, _ message: String) {
    let lesson = CheckedLesson("$\(tex)$")
    #expect(lesson.report.diagnostics.map(\.message) == [message])
  }

  @Test(
    "wrong digits are found wherever a formula stands",
    arguments: [
      ("Also $%$ here.", "| π | $%$ |"), ("- **é** $%$", "> $%$"), ("$$%$$", "$$\n%\n$$"),
      ("1. *a* $%$", "[^1]: $%$\n\n[^1]"),
    ]
  )
  func places(_ first: String, _ second: String) {
    for (tex, digits) in [
      (#"\sum_{k=1}^{6} k^2 = 92"#, "92"), (#"\prod_{k=1}^{5} k = 121"#, "121"),
      (#"\sqrt[3]{27} = 4"#, "4"), (#"\binom{5}{2} = 11"#, "11"), ("5! = 110", "110"),
      (#"\left\lfloor \frac{7 - 3 + 2}{2} \right\rfloor + 1 = 5"#, "5"),
      (#"\underbrace{2 \times 3}_{\text{six}} = 7"#, "7"), (#"\boxed{2 \times 21 = 43}"#, "43"),
      (#"1\,000\,000 \times 2 = 3\,000\,000"#, #"3\,000\,000"#), ("2^{10} = 1{,}025", "1{,}025"),
      (#"\frac{3}{8} \approx 41\%"#, "41"), (#"60{,}000 / 64 \approx 948"#, "948"),
    ] {
      for template in [first, second] {
        let text = template.replacing("%", with: tex)
        let table = template.hasPrefix("|") ? "| a | b |\n|---|---|\n\(text)\n" : text
        #expect(CheckedLesson(table).problems == ["arithmetic-mismatch '\(digits)'"], "\(table)")
      }
    }
  }

  @Test(
    "what is no arithmetic is left alone",
    arguments: [
      "x = 3", "C = 4", "n^{[2]} = 50", "p(y=1) = 0.3", #"n^{[L]} = C = 4"#, "e = 0.1",
      #"\pi = 0.3"#, "3 : 2 = 1.5", #"0.9000 \to 0.9005"#, "(4, 1) = (2, 3)", #"5 = 2 \pmod 3"#,
      #"3\,\text{m} = 300\,\text{cm}"#, #"101_2 = 5"#, #"i = 1, 2, 3"#, #"f(2) = 3 = g(1)"#,
      #"0.95^{200} \approx 10^{-5}"#, #"\{1, 2\} = \{2, 1\}"#, #"1 \ne 2"#, #"3 \mid 6 = 7"#,
      #"2\frac{1}{2} = 2.5"#, #"1 \pm 0.1 = 3"#, #"\pi(3) = 0.5"#, #"0.5\pi = 0.1"#,
    ]
  )
  func silence(_ tex: String) {
    #expect(CheckedLesson("$\(tex)$").problems == [])
  }

  @Test("no formula of real lecture notes is blamed that is right")
  func corpus() throws {
    for tex in try notes() {
      let problems = CheckedLesson("$$\n\(tex)\n$$\n").problems.filter { $0.contains("mismatch") }
      #expect(problems == [], "\(tex)")
    }
  }

  /// Formulas as lecture notes write them, with numbers on both sides of relations.
  private func notes() throws -> [String] {
    [
      #"\alpha \in \{0.0001, \dots, 1\}"#, #"r = -4 \cdot \text{np.random.rand}()"#,
      #"\beta = 0.9 \ldots 0.999"#, #"1 - \beta = 0.1 \ldots 0.001"#, #"10^{-4} \to 10^{0}"#,
      #"C = 4 \in (0, 1, 2, \dots, C - 1)"#,
      #"dz^{[L]} = \hat{y} - y = \begin{bmatrix} 0.3 \\ -0.8 \end{bmatrix}"#,
      #"J(w) = w^2 - 10w + 25 = (w - 5)^2"#, #"64 \times 64 \times 3 = 12288"#,
    ]
  }
}

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

@Suite("Problems of formulas are diagnostics")
struct FormulaProblemTests {
  @Test(
    "at their place in the file, with what to write instead",
    arguments: [
      (#"a $x = \sotfmax$"#, #"unknown-command '\sotfmax'"#),
      (#"$\frac{1}$"#, #"missing-argument '\frac'"#),
      ("> $$\n> a &= b\n> $$", "misplaced-alignment '&'"),
      (#"$\begin{bmatrx} 1 \end{bmatrx}$"#, #"unknown-environment '\begin{bmatrx}'"#),
      (#"$a \end{matrix}$"#, #"unbalanced-environment '\end{matrix}'"#),
    ]
  )
  func problem(_ text: String, _ expected: String) {
    let lesson = CheckedLesson(text + "\n")
    #expect(lesson.problems == [expected])
    #expect(lesson.report.diagnostics.allSatisfy { $0.message.first?.isUppercase == false })
  }

  @Test("commands of the front matter are known in all formulas")
  func macros() {
    let text = "---\nmacros: |\n  \\newcommand{\\two}{2}\n---\n\n$1 + 1 = \\two$, $\\two = 3$\n"
    #expect(CheckedLesson(text).problems == ["arithmetic-mismatch '3'"])
  }
}

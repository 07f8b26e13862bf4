import Diagnostics
import LessonModel
import Testing

@testable import LessonRunner

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

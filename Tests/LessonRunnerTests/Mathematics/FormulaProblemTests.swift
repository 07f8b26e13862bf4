import Diagnostics
import LessonModel
import Testing

@testable import LessonRunner

@Suite("Problems of formulas and claims are diagnostics")
struct FormulaProblemTests {
  private static let cell = "```swift\nlet t = [5.0, 2.0]\nlet n = 3\n```\n"

  @Test(
    "each at its place in the file, with what was found and what to write instead",
    arguments: [
      (
        #"A brace $x = {2$ here"#, "5:14 unbalanced-brace", "this '{' is never closed",
        #"close it with '}', or write '\{' for the sign"#
      ),
      (
        "> - a brace $y = 3}$ here", "5:19 unbalanced-brace", "this '}' closes nothing",
        #"remove it, or write '\}' for the sign"#
      ),
      (
        "$$\n\\begin{aligned}\na &= 1 \\\\\nb &= {2\n\\end{aligned}\n$$", "8:6 unbalanced-brace",
        "this '{' is never closed", #"close it with '}', or write '\{' for the sign"#
      ),
      (
        #"$\begin{bmatrx} 1 & 2 \end{bmatrx}$"#, "5:2 unknown-environment",
        "the environment 'bmatrx' is not known", "did you mean 'bmatrix'?"
      ),
      (
        #"$\begin{cases} 1 \end{matrix}$"#, "5:18 unbalanced-environment",
        #"'\end{matrix}' stands where '\begin{cases}' is to end"#, #"write '\end{cases}'"#
      ),
      (
        #"$a \end{matrix}$"#, "5:4 unbalanced-environment", #"'\end{matrix}' ends nothing"#,
        "remove it, or write what it is to close before it"
      ),
      (
        #"$\begin{matrix} 1$"#, "5:2 unbalanced-environment",
        #"'\begin{matrix}' has no '\end{matrix}'"#, #"write '\end{matrix}' behind its last row"#
      ),
      (
        "> $$\n> a &= b\n> $$", "6:5 misplaced-alignment", "'&' stands outside of a table",
        #"write '\&' for the sign, or put the rows into an 'aligned'"#
      ),
      (
        #"| a |\#n|---|\#n| $\left( 1$ |"#, "7:4 unbalanced-delimiter",
        #"this '\left' has no '\right'"#,
        #"write '\right' and a delimiter, or '\right.' for none"#
      ),
      (
        #"$1 \right)$"#, "5:4 unbalanced-delimiter", #"this '\right' has no '\left'"#,
        "remove it, or write what it is to close before it"
      ),
      (
        #"é $\frac{1}$"#, "5:5 missing-argument", #"'\frac' lacks an argument"#,
        "write it in braces"
      ),
      ("$x^$", "5:3 missing-argument", "nothing stands behind '^'", "write it in braces"),
      (
        "$x^a^b$", "5:5 double-script", "there is a '^' here already",
        "put braces around what the second '^' belongs to"
      ),
      (
        #"a $x = \sqrtt{2}$"#, "5:8 unknown-command", #"the command '\sqrtt' is not known"#,
        #"did you mean '\sqrt'?"#
      ),
      (
        #"$\color{blau}{x}$"#, "5:8 unknown-color", "'blau' is no color that is known",
        "write a color of CSS by its name, or a code such as '#d62728'"
      ),
      (
        "$x = y$<!-- = n -->", "5:15 claim-without-number",
        "right of the formula's last relation sign stands no number",
        "write the number that is claimed"
      ),
      (
        "$t = (1, 2, 3)$<!-- = t -->", "5:23 claim-shape",
        "the value has 2 numbers, but 3 stand right of the formula's last relation sign",
        "claim a value of the same shape"
      ),
      (
        "is 5<!-- = t -->", "5:12 claim-shape",
        "the value has 2 numbers, but one number stands before the comment", "claim a single number"
      ),
      (
        "5<!-- = n + -->", "5:12 syntax", "expected expression after operator", "insert expression"
      ),
      (
        "$n = 4$<!-- = n + \"a\" -->", "5:15 operand-types",
        "'+' cannot be applied to 'Int' and 'String'", #"write values into strings: "\(…)""#
      ),
      (
        "7<!-- = m -->", "5:9 unknown-name", "cannot find 'm' in scope",
        "declare it with 'let' or 'func' above this line"
      ),
      ("5<!-- = -->", "5:7 empty-claim", "nothing is claimed", "write '<!-- = expression -->'"),
      (
        "and<!-- = n -->", "5:4 misplaced-claim",
        "no number and no formula stands right before this comment",
        "write it directly behind the number or the formula it speaks of"
      ),
    ]
  )
  func problem(_ text: String, _ place: String, _ message: String, _ help: String) {
    let lesson = CheckedLesson(Self.cell + text + "\n")
    let found = lesson.report.diagnostics.map { problem in
      let position = problem.span.map { lesson.file.position(at: $0.start) }
      return "\(position?.line ?? 0):\(position?.column ?? 0) \(problem.id)"
    }
    #expect(found == [place])
    #expect(lesson.report.diagnostics.map(\.message) == [message])
    #expect(lesson.report.diagnostics.map { $0.help ?? "" } == [help])
    #expect(lesson.written == Self.cell + text + "\n")
  }

  @Test("every problem of a line is told, and what is right beside it still checked")
  func all() {
    let text = #"$\frac{1}$, $x^$, $\left($, $1 + 1 = 2$, 4<!-- = n -->, 3<!-- = n -->"#
    let lesson = CheckedLesson(Self.cell + text + "\n")
    #expect(
      lesson.problems == [
        #"missing-argument '\frac'"#, "missing-argument '^'", #"unbalanced-delimiter '\left'"#,
        "claim-mismatch '4'",
      ]
    )
    #expect(lesson.report.checks.map(\.result.holds) == [true, false, true])
  }

  @Test(
    "money is plain text, where Markdown would have plain text",
    arguments: [
      "costs $5 and $6", "$5", "between $ 5 and 6 $ each", "20$-30$", #"\$5 = \$6"#, "a $$ b",
    ]
  )
  func money(_ text: String) {
    let lesson = CheckedLesson(text + "\n")
    #expect(lesson.problems == [])
    #expect(lesson.report.checks.isEmpty)
  }

  @Test("commands of the front matter are known in all formulas")
  func macros() {
    let text = "---\nmacros: |\n  \\newcommand{\\two}{2}\n---\n\n$1 + 1 = \\two$, $\\two = 3$\n"
    #expect(CheckedLesson(text).problems == ["arithmetic-mismatch '3'"])
  }
}

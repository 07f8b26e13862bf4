import ArgumentParser
import LessonRunner
import Rendering
import TeXMath

/// The command `lessons math`.
struct MathCommand: ParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case mathml
    case text
    case value
  }

  static let configuration = CommandConfiguration(
    commandName: "math",
    abstract: "Turn LaTeX formulas into MathML, text or values.",
    discussion: """
      Formulas are arguments, or one a line on standard input. Prints one result for each; with \
      --json one object a line: {"ok": true, "output": "…", "error": null}. Exits with 1 when a \
      formula cannot be read, or has no value; what is read and not known is a warning.

      Examples:
        lessons math --to text '\\hat{y} = \\frac{a}{2}'
        lessons math --to value '\\frac{148.4}{176.3}'
        lessons math --to mathml --display --json < formulas.txt
      """
  )

  @Option(help: "The form to print.")
  var to = Form.mathml

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @Flag(help: "Set formulas on lines of their own, rather than in a line of text.")
  var display = false

  /// A formula may begin with a minus sign.
  @Argument(parsing: .allUnrecognized, help: "LaTeX formulas, without '$'.")
  var formulas: [String] = []

  func run() throws {
    var hasFailed = false
    func print(_ tex: String) {
      let answer = answer(to: tex)
      if answer.error != nil { hasFailed = true }
      write(answer)
    }
    if formulas.isEmpty {
      while let line = readLine() { print(line) }
    } else {
      formulas.forEach(print)
    }
    if hasFailed { throw ExitCode(1) }
  }
}

extension MathCommand {
  /// What a formula gives: a result, or why there is none.
  private struct Answer {
    var output: String?
    var error: String?
  }

  private func answer(to tex: String) -> Answer {
    let formula = Formula(parsing: tex)
    for problem in formula.problems where !problem.isError {
      let help = problem.help.map { "; \($0)" } ?? ""
      Terminal.complain(
        "warning: column \(problem.range.lowerBound + 1): \(problem.message)\(help)"
      )
    }
    if let problem = formula.problems.first(where: \.isError) {
      let column = problem.range.lowerBound + 1
      return Answer(error: "column \(column): \(problem.message)")
    }
    let placement: Formula.Placement = display ? .display : .inline
    switch to {
    case .mathml: return Answer(output: formula.mathML(as: placement))
    case .text:
      let lines = formula.unicodeText(as: placement, width: Terminal.textWidth)
      return Answer(output: lines.joined(separator: "\n"))
    case .value:
      guard let value = formula.value else {
        return Answer(error: "this is no closed expression of numbers")
      }
      return Answer(output: value.text)
    }
  }

  private func write(_ answer: Answer) {
    if json {
      let renderer = JSONRenderer()
      let output = renderer.quoted(answer.output)
      let error = renderer.quoted(answer.error)
      Terminal.write(
        "{\"ok\": \(answer.error == nil), \"output\": \(output), \"error\": \(error)}\n"
      )
    } else if let output = answer.output {
      Terminal.write(output + "\n")
    } else if let error = answer.error {
      Terminal.complain("error: \(error)")
    }
  }
}

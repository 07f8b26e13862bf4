import Diagnostics
import LessonModel
import TeXMath

/// Checks neighbouring sides of a formula that are both closed expressions of numbers.
enum ArithmeticChecker {
  /// Returns what is found in a formula; of sides that cannot be computed nothing is said.
  static func check(_ formula: LocatedFormula) -> MathFindings {
    var findings = MathFindings()
    for statement in formula.formula.statements where !statement.relations.isEmpty {
      let expressions = statement.sides.map(\.closedExpression)
      /// Whether the left side is what the one before it comes to.
      var isConfirmed = false
      for (index, relation) in statement.relations.enumerated() {
        guard let left = expressions[index], let right = expressions[index + 1],
          !isPart(statement, index), !isPart(statement, index + 1),
          let comparison = SideComparison(left, right, relation: relation)
        else {
          isConfirmed = false
          continue
        }
        let sides = [statement.sides[index], statement.sides[index + 1]]
        add(comparison, sides, isConfirmed: isConfirmed, formula, to: &findings)
        isConfirmed = comparison.agreement == .agrees
      }
    }
    return findings
  }

  /// Whether a side stands beside `:` or `∣`, and so is only a part of what is compared.
  private static func isPart(_ statement: MathStatement, _ side: Int) -> Bool {
    [side - 1, side].contains {
      statement.relations.indices.contains($0) && statement.relations[$0] == .separator
    }
  }

  private static func add(
    _ comparison: SideComparison,
    _ sides: [MathStatement.Side],
    isConfirmed: Bool,
    _ formula: LocatedFormula,
    to findings: inout MathFindings
  ) {
    let range = comparison.number?.range ?? sides[1].range
    let text = formula.text(range)
    let written = comparison.number?.decimal.isNegative == true ? "-" + text : text
    var place = formula.span(range)
    var problem = diagnostic(comparison.agreement, written, at: place)
    if case .differs(let computed, _) = comparison.agreement, isConfirmed,
      sides[0].range.contains(range.lowerBound)
    {
      // Of two sides beside a number that has been found right, the second is the wrong one.
      place = formula.span(sides[1].range)
      problem?.span = place
      problem?.message =
        "'\(formula.text(sides[1].range))' is \(computed), but before it stands '\(written)'"
    }
    if let problem { findings.diagnostics.append(problem) }
    var actual = written
    if case .differs(let computed, _) = comparison.agreement { actual = computed }
    findings.checks.append(
      MathCheck(
        method: .arithmetic,
        result: ExpectationResult(
          span: place,
          holds: problem?.severity != .error,
          expected: written,
          actual: actual
        ),
        numbers: sides.flatMap { $0.writtenNumbers.map { formula.span($0.range) } }
      )
    )
  }

  private static func diagnostic(
    _ agreement: Agreement,
    _ written: String,
    at span: SourceSpan
  ) -> Diagnostic? {
    switch agreement {
    case .agrees: return nil
    case .explainedByRounding:
      return Diagnostic(
        "rounded-inputs",
        .remark,
        "'\(written)' holds only where the numbers before it are read as rounded",
        at: span,
        help: "write more digits before it to have it checked more closely"
      )
    case .explainedByBase(let base):
      return Diagnostic(
        "logarithm-base",
        .remark,
        "'\(written)' holds for the logarithm to base \(base)",
        at: span,
        help: "write '\\log_{\(base)}'"
      )
    case .explainedByZeros:
      return Diagnostic(
        "rounded-zeros",
        .remark,
        "'\(written)' holds only where the zeros at its end are read as rounded",
        at: span
      )
    case .offByOneUnit(let correct, let isCutOff):
      return Diagnostic(
        isCutOff ? "truncated" : "off-by-one-unit",
        .warning,
        isCutOff
          ? "'\(written)' is truncated, rounds to \(correct)"
          : "'\(written)' is off by up to one unit of its last digit, rounds to \(correct)",
        at: span,
        help: "write '\(correct)'"
      )
    case .differs(let computed, let isCutOff):
      return Diagnostic(
        "arithmetic-mismatch",
        .error,
        isCutOff
          ? "'\(written)' is truncated, computed is \(computed)"
          : "written is '\(written)', but computed is \(computed)",
        at: span,
        help: "correct the formula, or write '<!-- unchecked: why -->' behind it"
      )
    }
  }
}

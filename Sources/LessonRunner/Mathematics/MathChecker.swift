import Diagnostics
import LessonModel
import TeXMath

/// Checks what stands outside of the cells of a lesson: claims, arithmetic and identities.
struct MathChecker {
  let lesson: Lesson
  let mathematics: LessonMathematics
  private let formulas: [LocatedFormula]
  private(set) var findings = MathFindings()

  init(_ lesson: Lesson, _ mathematics: LessonMathematics) {
    self.lesson = lesson
    self.mathematics = mathematics
    formulas = mathematics.formulas()
    findings.diagnostics = mathematics.diagnostics + formulas.flatMap(\.diagnostics)
    checkFormulas()
  }

  /// Checks claims with what the session has declared so far.
  mutating func check(_ claims: [Claim], in session: inout some LessonSession) {
    let outcomes = session.evaluate(claims.map(\.expression))
    var sides: [Int: ClaimedNumbers] = [:]
    // The last claim on a formula takes the numbers at its end, those before it what is left.
    for (claim, outcome) in zip(claims, outcomes).reversed() {
      let value: ClaimValue
      switch outcome {
      case .value(let text, let isLiteral): value = ClaimValue(text, isLiteral: isLiteral)
      case .failed(let diagnostics):
        findings.diagnostics += diagnostics
        continue
      case .skipped: continue
      }
      var check = ClaimCheck(value, at: claim.expression, in: lesson.file)
      switch claim.target {
      case .number(let number): check.compare([number])
      case .formula(let index):
        var numbers = sides[index] ?? ClaimedNumbers(of: formulas[index])
        check.compare(&numbers)
        sides[index] = numbers
      }
      findings.add(check.findings)
    }
  }

  /// What was found, in the order of the file.
  var sortedFindings: MathFindings {
    var result = findings
    result.checks.sort { $0.result.span.start < $1.result.span.start }
    result.diagnostics.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
    result.edits.sort { $0.span.start < $1.span.start }
    return result
  }

  // MARK: - Formulas by themselves

  private mutating func checkFormulas() {
    var exceptions: Set<Int> = []
    var identities: Set<Int> = []
    for comment in mathematics.comments {
      switch (comment.kind, comment.target) {
      case (.unchecked, .formula(let index)): exceptions.insert(index)
      case (.unchecked, .number): break
      case (.identity, .formula(let index)): identities.insert(index)
      case (.identity, .number(let number)):
        findings.diagnostics.append(
          Diagnostic(
            "identity-of-a-number",
            .error,
            "a number by itself is no identity",
            at: number.span,
            help: "write '<!-- identity -->' behind a formula"
          )
        )
      case (.claim, _): break
      }
    }
    for (index, formula) in formulas.enumerated() {
      if identities.contains(index) {
        findings.add(IdentityChecker.check(formula))
      } else if !exceptions.contains(index), formula.formula.isWellFormed {
        findings.add(ArithmeticChecker.check(formula))
      }
    }
    findings.exceptionCount = mathematics.comments.count { comment in
      if case .unchecked = comment.kind { true } else { false }
    }
  }
}

/// What checking the mathematics of a lesson brought to light.
struct MathFindings {
  var checks: [MathCheck] = []
  var diagnostics: [Diagnostic] = []
  var mendable: [Diagnostic] = []
  var edits: [SourceEdit] = []
  /// How many numbers and formulas are marked as unchecked.
  var exceptionCount = 0

  mutating func add(_ other: MathFindings) {
    checks += other.checks
    diagnostics += other.diagnostics
    mendable += other.mendable
    edits += other.edits
  }
}

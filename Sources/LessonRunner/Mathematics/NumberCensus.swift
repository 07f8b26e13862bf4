import Diagnostics
public import LessonModel
import TeXMath

/// Counts the numbers of a lesson, and says which of them are held to account.
///
/// A number is checked only where a change of its last digit would fail: a number that goes into a
/// rounded result is not, unless it is claimed itself.
public enum NumberCensus {
  /// Returns the numbers outside of the cells of a lesson that was run.
  public static func coverage(of lesson: Lesson, _ report: Report) -> NumberCoverage {
    let formulas = LessonMathematics(of: lesson).formulas()
    let checked = checkedNumbers(formulas, lesson, report)
    var entries = formulas.flatMap { formula in
      formula.formula.writtenNumbers.map { number in
        let span = formula.span(number.range)
        return NumberCoverage.Entry(
          place: .formula,
          span: span,
          isChecked: checked.contains(span)
        )
      }
    }
    entries += ProseScanner(lesson).numbers().map { number in
      NumberCoverage.Entry(
        place: number.isInTable ? .table : .prose,
        span: number.span,
        isChecked: checked.contains(number.span)
      )
    }
    return NumberCoverage(entries: entries.sorted { $0.span.start < $1.span.start })
  }

  /// The numbers that checks which hold would notice a change of.
  private static func checkedNumbers(
    _ formulas: [LocatedFormula],
    _ lesson: Lesson,
    _ report: Report
  ) -> Set<SourceSpan> {
    var result: Set<SourceSpan> = []
    for check in report.checks where check.result.holds {
      // A claim on a number that is written out compares its digits.
      if check.method == .claim, check.numbers == [check.result.span] {
        result.insert(check.result.span)
        continue
      }
      guard
        let formula = formulas.first(where: {
          $0.math.span.start <= check.result.span.start && check.result.span.end <= $0.math.span.end
        })
      else { continue }
      for number in check.numbers where !result.contains(number) {
        if isNoticed(number, in: formula, by: check, lesson.frontMatter.macros) {
          result.insert(number)
        }
      }
    }
    return result
  }

  /// Whether every other last digit of a number makes a check fail.
  private static func isNoticed(
    _ number: SourceSpan,
    in formula: LocatedFormula,
    by check: MathCheck,
    _ macros: MacroSet
  ) -> Bool {
    guard
      let range = formula.formula.writtenNumbers.first(where: { formula.span($0.range) == number })
    else { return false }
    return formula.withOtherLastDigits(of: range.range, macros).allSatisfy { changed in
      let findings: MathFindings
      switch check.method {
      case .arithmetic: findings = ArithmeticChecker.check(changed)
      case .identity: findings = IdentityChecker.check(changed)
      case .claim:
        var claim = ClaimCheck(
          ClaimValue(check.result.actual ?? ""),
          at: check.result.span,
          in: SourceFile(name: "", bytes: [])
        )
        var numbers = ClaimedNumbers(of: changed)
        claim.compare(&numbers)
        findings = claim.findings
      }
      return findings.diagnostics.contains { $0.severity == .error }
    }
  }
}

extension LocatedFormula {
  /// The formula with each other digit in the place of a number's last one.
  fileprivate func withOtherLastDigits(
    of range: Range<Int>,
    _ macros: MacroSet
  ) -> [LocatedFormula] {
    var bytes = Array(math.tex.utf8)
    guard let last = LastDigit(in: bytes[range]) else { return [] }
    return last.alternatives.map { digit in
      bytes[range.lowerBound + last.offset] = digit
      let text = String(decoding: bytes, as: UTF8.self)
      return LocatedFormula(
        Math(
          contents: EmbeddedText(text, lineStarts: [0]),
          style: math.style,
          span: math.span
        ),
        macros: macros
      )
    }
  }
}

import Diagnostics
import LessonModel
import TeXMath

/// Compares the value of one claim with the numbers that it speaks of.
struct ClaimCheck {
  private(set) var findings = MathFindings()
  private let value: ClaimValue
  /// The place of the claim's expression.
  private let place: SourceSpan
  private let file: SourceFile

  init(_ value: ClaimValue, at place: SourceSpan, in file: SourceFile) {
    self.value = value
    self.place = place
    self.file = file
    if value.isLiteral {
      findings.diagnostics.append(
        Diagnostic(
          "claim-of-literals",
          .warning,
          "this claim repeats what is written, and computes nothing",
          at: place,
          help: "claim what the cells compute, such as 't.sum()'"
        )
      )
    }
    guard value.elements.isEmpty else { return }
    report(
      "claim-not-numeric",
      "the value of this claim holds no number",
      "claim a number, a list of numbers, or a tensor"
    )
  }

  private mutating func report(_ id: String, _ message: String, _ help: String) {
    findings.diagnostics.append(Diagnostic(id, .error, message, at: place, help: help))
  }

  // MARK: - Formulas

  /// Compares with the numbers of a formula that are left for this claim.
  mutating func compare(_ numbers: inout ClaimedNumbers) {
    let count = value.elements.count
    guard count > 0 else { return }
    guard numbers.isLast else {
      guard numbers.available >= count else {
        return report(
          "claim-shape",
          "the value has \(count) numbers, but only \(numbers.available) stand before those claimed",
          "claim as many numbers as the formula has"
        )
      }
      return compare(numbers.take(count))
    }
    if let expression = numbers.lastExpression, expression.writtenNumbers == nil,
      let computed = expression.value(), computed.elements.count == count
    {
      compare(computed, numbers)
      _ = numbers.take(numbers.available)
      return
    }
    guard numbers.available > 0 else {
      return report(
        "claim-without-number",
        "right of the formula's last relation sign stands no number",
        "write the number that is claimed"
      )
    }
    guard numbers.available == count else {
      return report(
        "claim-shape",
        "the value has \(count) number\(count == 1 ? "" : "s"), but \(numbers.available) "
          + "stand\(numbers.available == 1 ? "s" : "") right of the formula's last relation sign",
        "claim a value of the same shape"
      )
    }
    if case .matrix(let rows)? = numbers.lastExpression,
      !value.fits(rows: rows.count, columns: rows[0].count)
    {
      return report(
        "claim-shape",
        "the value has the shape \(value.shape ?? []), "
          + "but the formula's matrix has \(rows.count) × \(rows[0].count) numbers",
        "claim a value of the same shape"
      )
    }
    compare(numbers.take(count))
  }

  /// Compares with what the formula's own expression comes to.
  private mutating func compare(_ computed: MathValue, _ numbers: ClaimedNumbers) {
    let written = numbers.formula.text(numbers.lastRange)
    let span = numbers.formula.span(numbers.lastRange)
    let isMet = zip(computed.elements, value.elements).allSatisfy { quantity, element in
      guard let claimed = element?.value else { return false }
      let reach = claimed.magnitude * 1e-9
      return quantity.rounded.overlaps(Interval(claimed - reach, claimed + reach))
    }
    let claimed = value.texts.joined(separator: ", ")
    if !isMet {
      findings.diagnostics.append(
        Diagnostic(
          "claim-mismatch",
          .error,
          "'\(written)' is \(computed.text), but claimed is \(claimed)",
          at: span,
          help: "correct the formula, or the claim"
        )
      )
    }
    let result = ExpectationResult(span: span, holds: isMet, expected: written, actual: claimed)
    let places = numbers.formula.formula.writtenNumbers
      .filter { $0.range.lowerBound >= numbers.lastRange.lowerBound }
      .map { numbers.formula.span($0.range) }
    findings.checks.append(
      MathCheck(
        method: .claim,
        result: result,
        numbers: value.isLiteral ? [] : places,
        expression: place
      )
    )
  }

  // MARK: - Written numbers

  /// Compares with numbers that are written out.
  mutating func compare(_ numbers: [PlacedNumber]) {
    guard !value.elements.isEmpty else { return }
    guard numbers.count == value.elements.count else {
      return report(
        "claim-shape",
        "the value has \(value.elements.count) numbers, but one number stands before the comment",
        "claim a single number"
      )
    }
    for (index, number) in numbers.enumerated() { compare(number, index) }
  }

  private mutating func compare(_ number: PlacedNumber, _ index: Int) {
    let written = file.text(in: number.span)
    let computed = value.elements[index]
    let isMet = computed.map(number.isMet) ?? false
    let text = computed.flatMap(number.scaled) ?? value.texts[index]
    findings.checks.append(
      MathCheck(
        method: .claim,
        result: ExpectationResult(
          span: number.span,
          holds: isMet,
          expected: written,
          actual: text
        ),
        numbers: value.isLiteral ? [] : [number.span],
        expression: place
      )
    )
    guard !isMet else { return }
    let mended = computed.flatMap { number.mended(written, to: $0, in: file) }
    let isCutOff = computed.map(number.isCutOff) ?? false
    let problem = Diagnostic(
      "claim-mismatch",
      .error,
      isCutOff
        ? "'\(written)' is truncated, rounds to \(mended ?? text)"
        : "written is '\(written)', but computed is '\(text)'",
      at: number.span,
      help: mended.map { "'lessons run --write' writes '\($0)'" }
        ?? "write what is computed, or correct the claim"
    )
    findings.diagnostics.append(problem)
    if let mended {
      findings.mendable.append(problem)
      findings.edits.append(SourceEdit(number.span, mended))
    }
  }
}

extension PlacedNumber {
  /// Whether a computed number is this one, to the precision written.
  func isMet(by computed: DecimalNumber) -> Bool {
    if written.goesOn {
      return computed.truncated(to: written.decimal.exponent).equals(written.decimal)
    }
    return written.decimal.isMet(by: computed, isInteger: written.isInteger, integers: integers)
  }

  /// Returns the digits of a computed number as they stand beside this one's percent sign or power of
  /// ten; nil where it has neither.
  fileprivate func scaled(_ computed: DecimalNumber) -> String? {
    guard written.shift != 0 else { return nil }
    var scaled = computed
    scaled.exponent -= written.shift
    return scaled.text
  }

  /// Whether this is a computed number cut off behind the last digit, rather than rounded.
  fileprivate func isCutOff(from computed: DecimalNumber) -> Bool {
    !written.isInteger && computed.truncated(to: written.decimal.exponent).equals(written.decimal)
  }

  /// Returns digits for a computed number in the place of these, to the same precision and written
  /// the same way; nil where that cannot be done.
  fileprivate func mended(
    _ text: String,
    to computed: DecimalNumber,
    in file: SourceFile
  ) -> String? {
    let minus = text.hasPrefix("\u{2212}") ? "\u{2212}" : "-"
    let value = written.goesOn ? computed.truncated(to: written.decimal.exponent) : computed
    guard var digits = written.text(for: value, integers) else { return nil }
    if digits.hasPrefix("-") {
      digits.removeFirst()
      let before = file.bytes[..<span.start].last { $0 > 0x20 }
      if before == UInt8(ascii: "-") || before == UInt8(ascii: "+") { return nil }
      return minus + grouped(digits, like: text)
    }
    return grouped(digits, like: text)
  }

  /// Puts the separators of thousands between digits that a written number has.
  private func grouped(_ digits: String, like text: String) -> String {
    guard let separator = ["{,}", ",", "\\,"].first(where: text.contains) else { return digits }
    let whole = digits.prefix { $0 != "." }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { result += separator }
      result.append(digit)
    }
    return result + digits.dropFirst(whole.count)
  }
}

import Diagnostics
import LessonModel
import TeXMath

/// Checks that the sides of an identity agree whatever its variables are.
enum IdentityChecker {
  /// How many values of the variables are tried.
  private static let sampleCount = 24
  /// How many of them both sides must have a value at.
  private static let fewestValues = 4
  /// The part of the greater side by which rounding may set both apart.
  private static let tolerance = 1e-9

  /// Returns what is found in a formula that is marked as an identity.
  static func check(_ formula: LocatedFormula) -> MathFindings {
    var findings = MathFindings()
    for statement in formula.formula.statements {
      let expressions = statement.sides.map(\.expression)
      for (index, relation) in statement.relations.enumerated() where relation == .equal {
        guard let left = expressions[index], let right = expressions[index + 1],
          !isName(left, of: right), !isName(right, of: left)
        else { continue }
        let sides = [statement.sides[index], statement.sides[index + 1]]
        compare(left, right, sides, formula, &findings)
      }
    }
    if findings.checks.isEmpty, findings.diagnostics.isEmpty {
      findings.diagnostics.append(
        Diagnostic(
          "unreadable-identity",
          .error,
          "no two neighbouring sides of this are expressions of numbers and variables",
          at: formula.math.span,
          help: "write functions out, or remove '<!-- identity -->'"
        )
      )
    }
    return findings
  }

  /// Whether a side is a name that the other side does not know: it is a definition of it.
  private static func isName(_ side: NumericExpression, of other: NumericExpression) -> Bool {
    if case .variable(let name) = side { !other.freeVariables.contains(name) } else { false }
  }

  private static func compare(
    _ left: NumericExpression,
    _ right: NumericExpression,
    _ sides: [MathStatement.Side],
    _ formula: LocatedFormula,
    _ findings: inout MathFindings
  ) {
    let place = formula.span(sides[0].range).union(formula.span(sides[1].range))
    let names = left.freeVariables.union(right.freeVariables).sorted()
    var samples = VariableSamples()
    var valueCount = 0
    var difference: String?
    for _ in 0..<sampleCount where difference == nil {
      let variables = samples.next(names)
      guard let first = left.value(where: variables), let second = right.value(where: variables)
      else { continue }
      valueCount += 1
      if !agree(first, second) {
        let point = names.map { "\($0) = \(variables[$0] ?? 0)" }.joined(separator: ", ")
        difference =
          "at \(point) the left side is \(first.text), and the right side is \(second.text)"
      }
    }
    if let difference {
      findings.diagnostics.append(
        Diagnostic(
          "identity-mismatch",
          .error,
          difference,
          at: place,
          help: "correct the formula, or remove '<!-- identity -->'"
        )
      )
    } else if valueCount < fewestValues {
      findings.diagnostics.append(
        Diagnostic(
          "undefined-identity",
          .error,
          "both sides have a value at only \(valueCount) of \(sampleCount) points tried",
          at: place,
          help: "remove '<!-- identity -->'"
        )
      )
    }
    findings.checks.append(
      MathCheck(
        method: .identity,
        result: ExpectationResult(
          span: place,
          holds: difference == nil && valueCount >= fewestValues,
          expected: formula.text(sides[0].range),
          actual: formula.text(sides[1].range)
        ),
        numbers: sides.flatMap { $0.writtenNumbers.map { formula.span($0.range) } }
      )
    )
  }

  private static func agree(_ left: MathValue, _ right: MathValue) -> Bool {
    guard left.shape == right.shape else { return false }
    return zip(left.elements, right.elements).allSatisfy { first, second in
      first.exact.overlaps(second.exact)
        || (first.value - second.value).magnitude
          <= tolerance * max(first.value.magnitude, second.value.magnitude, tolerance)
    }
  }
}

/// Values of variables to try: always the same, positive first, and of several sizes.
private struct VariableSamples {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var round = 0

  mutating func next(_ names: [String]) -> [String: Double] {
    round += 1
    return Dictionary(uniqueKeysWithValues: names.map { ($0, value()) })
  }

  /// SplitMix64, whose upper bits make a number with three decimals, which a person can read.
  private mutating func value() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    let fraction = Double((bits ^ (bits >> 31)) % 1000 + 1) / 1000
    switch round % 4 {
    case 0: return -fraction
    case 1: return fraction
    case 2: return 1 + 3 * fraction
    default: return 1 - 4 * fraction
    }
  }
}

import Diagnostics
import LessonModel
import TeXMath

/// The numbers of a formula, as claims take them: the last claim those right of the last relation
/// sign, each claim before it those that are left, from the right.
struct ClaimedNumbers {
  let formula: LocatedFormula
  /// What stands right of the last relation sign, where that is one expression.
  let lastExpression: NumericExpression?
  /// The place of what stands right of the last relation sign.
  let lastRange: Range<Int>
  /// The numbers that no claim has taken yet.
  private var numbers: [WrittenNumber]
  /// How many of them stand right of the last relation sign.
  private var lastCount: Int
  /// Where an integer is read as rounded: right of `≈`.
  private let roundedRanges: [Range<Int>]
  /// Whether the next claim is the last one on the formula.
  private(set) var isLast = true

  init(of formula: LocatedFormula) {
    self.formula = formula
    let statements = formula.formula.statements
    numbers = formula.formula.writtenNumbers
    let last = statements.lastIndex { $0.sides.count > 1 }
    let sides = last.map { index in
      [statements[index].sides[statements[index].sides.count - 1]]
        + statements[(index + 1)...].flatMap(\.sides)
    }
    let lastSides = sides ?? statements.flatMap(\.sides)
    lastExpression = lastSides.count == 1 ? lastSides[0].expression : nil
    let start = lastSides.first?.range.lowerBound ?? 0
    lastRange = start..<max(start, lastSides.last?.range.upperBound ?? 0)
    lastCount = numbers.count { $0.range.lowerBound >= start }
    roundedRanges = statements.flatMap { statement in
      statement.relations.indices.filter { statement.relations[$0] == .approximate }
        .map { statement.sides[$0 + 1].range }
    }
  }

  /// How many numbers the next claim may take.
  var available: Int { isLast ? lastCount : numbers.count }

  /// Takes the numbers of a claim.
  mutating func take(_ count: Int) -> [PlacedNumber] {
    let taken = numbers.suffix(count)
    numbers.removeLast(taken.count)
    isLast = false
    return taken.map { number in
      let isRounded = roundedRanges.contains { $0.contains(number.range.lowerBound) }
      return PlacedNumber(
        written: number,
        span: formula.span(number.range),
        integers: isRounded ? .rounded : .exact
      )
    }
  }
}

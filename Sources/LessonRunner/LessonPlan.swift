import Diagnostics
import LessonModel

/// What is computed for a lesson, in the order of the file: its cells, and the claims between them.
struct LessonPlan {
  enum Step {
    case cell(Cell)
    /// The claims that stand before the next cell, or behind the last one.
    case claims([Claim])
  }

  private(set) var steps: [Step] = []

  init(_ lesson: Lesson, _ mathematics: LessonMathematics) {
    var claims = mathematics.claims[...]
    func take(before offset: Int) {
      let ready = claims.prefix { $0.expression.start < offset }
      claims.removeFirst(ready.count)
      if !ready.isEmpty { steps.append(.claims(Array(ready))) }
    }
    for cell in lesson.cells {
      take(before: cell.fenceSpan.start)
      steps.append(.cell(cell))
    }
    take(before: .max)
  }
}

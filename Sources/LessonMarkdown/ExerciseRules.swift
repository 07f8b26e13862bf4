internal import Diagnostics
internal import LessonModel

/// Whether exercises and solutions belong together: each solution stands below its one exercise.
struct ExerciseRules {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ cells: [Cell]) {
    var exercises: [String: Cell] = [:]
    var solved: Set<String> = []
    for cell in cells {
      switch cell.attributes.role {
      case .plain: break
      case .exercise(let name):
        if exercises.updateValue(cell, forKey: name) != nil {
          report(
            "duplicate-exercise",
            "another exercise is named '\(name)'",
            cell,
            help: "give this one another name"
          )
        }
      case .solution(let name):
        if exercises[name] == nil {
          let near = nearestName(to: name, among: exercises.keys.sorted())
          report(
            "solution-without-exercise",
            "no exercise above is named '\(name)'",
            cell,
            help: near.map { "did you mean '\($0)'?" }
              ?? "mark the cell that it solves with 'exercise=\(name)'"
          )
        } else if !solved.insert(name).inserted {
          report(
            "duplicate-solution",
            "the exercise '\(name)' has a solution already",
            cell,
            help: "keep one of them"
          )
        }
      }
    }
    for (name, cell) in exercises where !solved.contains(name) {
      report(
        "exercise-without-solution",
        "the exercise '\(name)' has no solution, so nothing shows that it can be done",
        cell,
        severity: .warning,
        help: "add a cell with 'solution=\(name)'"
      )
    }
    diagnostics.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }

  private mutating func report(
    _ id: String,
    _ message: String,
    _ cell: Cell,
    severity: Severity = .error,
    help: String
  ) {
    diagnostics.append(Diagnostic(id, severity, message, at: cell.infoSpan, help: help))
  }
}

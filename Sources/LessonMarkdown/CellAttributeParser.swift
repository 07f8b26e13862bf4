internal import Diagnostics
internal import LessonModel

/// Reads the words of a cell's info string after `swift`, reporting every problem.
struct CellAttributeParser {
  static let legal = [
    "id", "hidden", "folded", "no-run", "fails", "rejected", "exercise", "solution", "time-limit",
  ]
  static let spelled =
    "id=NAME, hidden, folded, no-run, fails, rejected, exercise=NAME, solution=NAME, time-limit=2s"

  var attributes = CellAttributes()
  var diagnostics: [Diagnostic] = []
  private var seen: Set<String> = []
  private var groups: [String: String] = [:]

  mutating func read(_ word: String, at span: SourceSpan) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let value = parts.count > 1 ? String(parts[1]) : nil
    guard Self.legal.contains(name) else {
      let near = nearestName(to: name, among: Self.legal).map { "did you mean '\($0)'? " } ?? ""
      report(
        "unknown-attribute",
        "unknown attribute '\(name)'",
        span,
        near + "legal: " + Self.spelled
      )
      return
    }
    guard seen.insert(name).inserted else {
      report("duplicate-attribute", "attribute '\(name)' is given twice", span, "keep one of them")
      return
    }
    let takesValue = ["id", "exercise", "solution", "time-limit"].contains(name)
    guard takesValue == (value?.isEmpty == false), takesValue || value == nil else {
      let help = takesValue ? "write '\(name)=…'" : "write '\(name)' alone"
      report(
        "attribute-value",
        "attribute '\(name)' \(takesValue ? "needs a value" : "takes no value")",
        span,
        help
      )
      return
    }
    let group: String? =
      switch name {
      case "hidden", "folded": "visibility"
      // An exercise's start must run and fall short, its solution must run and hold.
      case "no-run", "fails", "rejected", "exercise", "solution": "mode"
      default: nil
      }
    if let group, let other = groups.updateValue(name, forKey: group) {
      report(
        "contradictory-attributes",
        "'\(other)' and '\(name)' contradict each other",
        span,
        "keep one of them; legal: " + Self.spelled
      )
      return
    }
    apply(name, value ?? "", span)
  }

  private mutating func apply(_ name: String, _ value: String, _ span: SourceSpan) {
    switch name {
    case "id": attributes.id = value
    case "hidden": attributes.visibility = .hidden
    case "folded": attributes.visibility = .folded
    case "no-run": attributes.mode = .noRun
    case "fails": attributes.mode = .fails
    case "rejected": attributes.mode = .rejected
    case "exercise": attributes.role = .exercise(value)
    case "solution":
      attributes.role = .solution(value)
      if attributes.visibility == .shown { attributes.visibility = .folded }
    default:
      let number = value.hasSuffix("s") ? Double(value.dropLast()) : nil
      if let number, number > 0, number.isFinite {
        attributes.timeLimit = number
      } else {
        report(
          "attribute-value",
          "'\(value)' is no time",
          span,
          "write seconds, as in 'time-limit=2s'"
        )
      }
    }
  }

  private mutating func report(_ id: String, _ message: String, _ span: SourceSpan, _ help: String)
  {
    diagnostics.append(Diagnostic(id, .error, message, at: span, help: help))
  }
}

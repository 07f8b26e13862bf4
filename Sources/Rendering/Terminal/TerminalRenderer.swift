internal import Diagnostics
public import LessonModel

/// The terminal form of a run lesson: wrapped prose, and each cell with its outputs and verdicts.
///
/// Nothing in a lesson reaches the terminal as a control. Raw HTML comments are not shown.
public struct TerminalRenderer: Sendable {
  /// Whether ANSI styles are used beside the words.
  public enum Style: Hashable, Sendable {
    /// Text alone.
    case plain
    /// With ANSI colors.
    case ansi
  }

  /// The style.
  public var style: Style
  /// The columns that prose may take.
  public var width: Int

  /// The fewest columns that text is wrapped to.
  static let leastWidth = 20

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - style: Whether ANSI styles are used.
  ///   - width: The columns that prose may take; at least 20 are used.
  public init(style: Style, width: Int = 80) {
    self.style = style
    self.width = max(Self.leastWidth, width)
  }

  /// Returns the lesson with its report, ending with its summary line.
  public func render(_ lesson: Lesson, _ report: Report) -> String {
    var flow = BlockFlow(width: width, macros: lesson.frontMatter.macros)
    var problems = report.diagnostics.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }[...]
    let formatter = DiagnosticFormatter(usesColor: style == .ansi)
    /// Adds what was found outside of the cells before an offset.
    func addProblems(before offset: Int) {
      while let problem = problems.first, problem.span?.start ?? 0 < offset {
        problems.removeFirst()
        let lines = formatter.format(problem, in: lesson.file).split(separator: "\n")
        flow.add(lines.map { StyledText(painted: String($0)) })
      }
    }
    let reports = Dictionary(report.cells.map { ($0.cell, $0) }, uniquingKeysWith: { $1 })
    lesson.document.walk { event in
      switch event {
      case .enter(let node):
        if case .cell(let index) = node.kind, let cell = reports[index] {
          let lines = CellBlock(lesson, cell, style, width: flow.textWidth).lines
          if !lines.isEmpty { flow.add(lines) }
        } else {
          flow.enter(node.kind)
        }
      case .exit(let node):
        flow.exit(node.kind)
        switch node.kind {
        case .paragraph, .heading: addProblems(before: node.span?.end ?? 0)
        default: break
        }
      }
    }
    addProblems(before: .max)
    let summary = CheckSummaryRenderer().line(lesson, report)
    flow.add(StyledText(summary, report.verdict == .passed ? [.bold, .green] : [.bold, .red]))
    return flow.lines.map { $0.painted(style) + "\n" }.joined()
  }
}

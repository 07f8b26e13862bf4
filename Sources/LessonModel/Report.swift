public import Diagnostics

/// One thing that a cell put out.
public enum Output: Hashable, Sendable {
  /// Text that was printed, or a value that was shown.
  case text(String)
  /// A picture.
  case figure(Figure)
}

/// What became of one cell.
public enum CellStatus: Hashable, Sendable {
  /// It did what the lesson says.
  case passed
  /// It did not, or one of its expectations does not hold.
  case failed
  /// It needs what another cell did not deliver: the name of that cell.
  case skipped(because: String)
  /// The lesson says not to run it.
  case notRun
}

/// What became of one written expectation.
public struct ExpectationResult: Hashable, Sendable {
  /// The place of the expectation.
  public var span: SourceSpan
  /// Whether it holds.
  public var holds: Bool
  /// What the lesson says.
  public var expected: String
  /// What the run gave, or nil where it gave nothing.
  public var actual: String?

  /// Creates a result.
  public init(span: SourceSpan, holds: Bool, expected: String, actual: String?) {
    self.span = span
    self.holds = holds
    self.expected = expected
    self.actual = actual
  }
}

/// What a run made of one cell.
public struct CellReport: Hashable, Sendable {
  /// The index of the cell in its lesson.
  public var cell: Int
  /// What became of it.
  public var status: CellStatus
  /// What it put out, in order.
  public var outputs: [Output]
  /// Whether the cell did what it is to do from its beginning to its end, so that `outputs` is all.
  public var isComplete: Bool
  /// What is to be stored behind the cell; nil where what is stored holds, or where nothing is known.
  public var outputToStore: String?
  /// What became of each of its expectations.
  public var expectations: [ExpectationResult]
  /// The problems found, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// Those among the problems that writing back mends: what is stored is not what was computed.
  public var mendable: [Diagnostic]

  /// Creates a report.
  public init(
    cell: Int,
    status: CellStatus,
    outputs: [Output] = [],
    isComplete: Bool = false,
    expectations: [ExpectationResult] = [],
    diagnostics: [Diagnostic] = [],
    mendable: [Diagnostic] = []
  ) {
    self.cell = cell
    self.status = status
    self.outputs = outputs
    self.isComplete = isComplete
    self.expectations = expectations
    self.diagnostics = diagnostics
    self.mendable = mendable
  }

  /// The outputs as one text, without figures.
  public var text: String {
    outputs.map { output in
      switch output {
      case .text(let text): text
      case .figure: ""
      }
    }.joined()
  }

  /// The figures among the outputs.
  public var figures: [Figure] {
    outputs.compactMap { output in
      switch output {
      case .text: nil
      case .figure(let figure): figure
      }
    }
  }

  /// The figures to show behind the cell; nil where not all are known.
  public var figuresToStore: [Figure]? { isComplete ? figures : nil }
}

/// What became of one number, or one equation, that stands outside the cells.
public struct MathCheck: Hashable, Sendable {
  /// What holds a number to account.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// `<!-- = expression -->`: what the session computes.
    case claim
    /// Neighbouring sides of `=` or `≈`.
    case arithmetic
    /// `<!-- identity -->`: sampled values of the variables.
    case identity
  }

  /// What holds it to account.
  public var method: Method
  /// What was written and computed, where, and whether both agree.
  public var result: ExpectationResult
  /// The places of the numbers that were looked at.
  public var numbers: [SourceSpan]
  /// The place of a claim's expression; nil where none is computed.
  public var expression: SourceSpan?

  /// Creates a check.
  public init(
    method: Method,
    result: ExpectationResult,
    numbers: [SourceSpan],
    expression: SourceSpan? = nil
  ) {
    self.method = method
    self.result = result
    self.numbers = numbers
    self.expression = expression
  }
}

/// A part of a file that is to be replaced.
public struct SourceEdit: Hashable, Sendable {
  /// What is replaced.
  public var span: SourceSpan
  /// What stands there afterwards.
  public var text: String

  /// Creates an edit.
  public init(_ span: SourceSpan, _ text: String) {
    self.span = span
    self.text = text
  }
}

/// What a run as a whole means for the exit code.
public enum Verdict: String, Hashable, Sendable, Comparable {
  /// Everything holds.
  case passed
  /// A cell or an expectation failed.
  case failed
  /// The file is no valid lesson.
  case malformed

  /// Orders verdicts from the best to the worst.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .passed: 0
    case .failed: 1
    case .malformed: 2
    }
  }
}

/// What a run made of a lesson.
public struct Report: Hashable, Sendable {
  /// The report of each cell, from top to bottom.
  public var cells: [CellReport]
  /// What became of the numbers in prose and formulas, in the order of the file.
  public var checks: [MathCheck]
  /// The problems of the lesson outside its cells.
  public var diagnostics: [Diagnostic]
  /// Those among the problems that writing back mends.
  public var mendable: [Diagnostic]
  /// The numbers to be mended, in the order of the file.
  public var edits: [SourceEdit]
  /// What the run as a whole means.
  public var verdict: Verdict

  /// Creates a report.
  public init(
    cells: [CellReport],
    checks: [MathCheck] = [],
    diagnostics: [Diagnostic] = [],
    mendable: [Diagnostic] = [],
    edits: [SourceEdit] = [],
    verdict: Verdict
  ) {
    self.cells = cells
    self.checks = checks
    self.diagnostics = diagnostics
    self.mendable = mendable
    self.edits = edits
    self.verdict = verdict
  }

  /// Everything that was checked: expectations, stored outputs, claims and equations.
  public var results: [ExpectationResult] {
    cells.flatMap(\.expectations) + checks.map(\.result)
  }
}

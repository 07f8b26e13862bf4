/// How much a diagnostic matters.
public enum Severity: String, Hashable, Sendable, Comparable {
  /// Something worth knowing; nothing is wrong.
  case remark
  /// Something that is probably not meant; the lesson still holds.
  case warning
  /// Something that makes the lesson fail.
  case error

  /// Orders remarks before warnings before errors.
  public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .remark: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One problem found in a file: what was found, where, and what to write instead.
public struct Diagnostic: Hashable, Sendable {
  /// More problems of one severity than this are not told of one cell: nobody reads them.
  public static let mostOfASeverity = 200

  /// A further place that explains the problem.
  public struct Note: Hashable, Sendable {
    /// The sentence, lower case, without a full stop.
    public var message: String
    /// The place in the same file, where there is one.
    public var span: SourceSpan?

    /// Creates a note.
    public init(_ message: String, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// A stable identifier of the kind of problem, such as `unknown-name`.
  public var id: String
  /// How much it matters.
  public var severity: Severity
  /// The sentence with the values found, lower case, without a full stop.
  public var message: String
  /// The place in the file; nil speaks of the file as a whole.
  public var span: SourceSpan?
  /// What to write instead.
  public var help: String?
  /// Further places, such as the calls that led here.
  public var notes: [Note]

  /// Creates a diagnostic.
  public init(
    _ id: String,
    _ severity: Severity = .error,
    _ message: String,
    at span: SourceSpan?,
    help: String? = nil,
    notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.span = span
    self.help = help
    self.notes = notes
  }
}

/// What a phase made of its input, with every problem it met on the way.
public struct Checked<Output: Sendable>: Sendable {
  /// The result, as complete as the input allowed.
  public var value: Output
  /// All problems, in the order of the file.
  public var diagnostics: [Diagnostic]

  /// Creates a result with its diagnostics.
  public init(_ value: Output, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Whether any diagnostic is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

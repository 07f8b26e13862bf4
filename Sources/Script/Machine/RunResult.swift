public import Diagnostics

/// Something that a running cell made visible.
public enum RunEvent: Sendable {
  /// Text that was printed, line breaks included.
  case printed(String, at: SourceSpan)
  /// The displayed form of a value, without a line break.
  case shown(String, at: SourceSpan)
  /// The picture that a value of the host is shown as.
  case drawn(any HostPicture, at: SourceSpan)
  /// A probe ran: what was printed while it ran, and the exact form of its value.
  case probed(Int, printed: String, exactValue: String?)
  /// An `expect` held.
  case expectationMet(at: SourceSpan)
  /// An `expect` did not hold: its message, and the values of its parts.
  case expectationFailed(at: SourceSpan, message: String?, parts: [ExpectationPart])
}

/// The value of one sub-expression of a failed `expect`.
public struct ExpectationPart: Hashable, Sendable {
  /// The sub-expression's place.
  public var span: SourceSpan
  /// Its value as `debugDescription` prints it.
  public var value: String
}

/// Why a cell stopped.
public struct RunFailure: Error, Sendable {
  /// A stable identifier, such as `index-out-of-range` or `step-limit`.
  public var id: String
  /// The sentence with the values.
  public var message: String
  /// What to do.
  public var help: String?
  /// The place of the failing expression.
  public var span: SourceSpan
  /// The calls that led there, innermost first: the function's name and the place of the call.
  public var callStack: [(function: String, call: SourceSpan)]

  /// Creates a failure.
  ///
  /// - Parameters:
  ///   - id: A stable identifier.
  ///   - message: The sentence with the values.
  ///   - help: What to do; nil where nothing is known.
  ///   - span: The place of the failing expression.
  ///   - callStack: The calls that led there, innermost first.
  public init(
    id: String,
    message: String,
    help: String?,
    span: SourceSpan,
    callStack: [(function: String, call: SourceSpan)] = []
  ) {
    self.id = id
    self.message = message
    self.help = help
    self.span = span
    self.callStack = callStack
  }
}

/// What became of a cell.
public struct RunResult: Sendable {
  /// Everything visible, in order.
  public var events: [RunEvent]
  /// Why it stopped early; nil where it ran to its end.
  public var failure: RunFailure?

  /// Creates a result.
  public init(events: [RunEvent], failure: RunFailure?) {
    self.events = events
    self.failure = failure
  }
}

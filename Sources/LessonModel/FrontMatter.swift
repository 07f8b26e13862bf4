public import TeXMath

/// What a lesson says about itself before its first paragraph.
public struct FrontMatter: Hashable, Sendable {
  /// The title, as plain text.
  public var title: String?
  /// One sentence on what the lesson teaches.
  public var summary: String?
  /// The lecture that the lesson follows, as the author names it.
  public var lecture: String?
  /// The seed of the random generators that the lesson makes without one.
  public var seed: Int?
  /// The number of decimals that shown numbers have.
  public var digits: Int?
  /// The bounds on what the cells may use.
  public var limits: LimitSettings
  /// The author's own commands of LaTeX, for all formulas.
  public var macros = MacroSet()
  /// The name of the engine that runs the cells.
  public var engine: String?

  /// Creates front matter that says nothing.
  public init() {
    limits = LimitSettings()
  }
}

/// The bounds that a lesson sets itself; nil leaves the default.
public struct LimitSettings: Hashable, Sendable {
  /// The number of instructions of one cell.
  public var steps: Int?
  /// The run time of one cell, in seconds.
  public var time: Double?
  /// The memory of the session, in bytes.
  public var memory: Int?
  /// The depth of calls.
  public var depth: Int?
  /// The output of one cell, in bytes.
  public var output: Int?

  /// Creates settings that leave every default.
  public init() {}
}

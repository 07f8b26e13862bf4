public import Diagnostics

/// A fenced block of code that runs.
public struct Cell: Hashable, Sendable {
  /// The number of the cell in its lesson, from 0.
  public var index: Int
  /// What the info string says.
  public var attributes: CellAttributes
  /// The bytes of the block, fences included.
  public var fenceSpan: SourceSpan
  /// The bytes of the info string.
  public var infoSpan: SourceSpan
  /// The code, without indentation and markers of lists and quotations.
  public var code: EmbeddedText
  /// The stored output right below, where there is one.
  public var storedOutput: StoredOutput?
  /// The figures shown below it, from top to bottom.
  public var storedFigures: [StoredFigure] = []
  /// The offset in the file at which a new output block goes: just after the closing fence's line.
  public var insertionPoint: Int
  /// What a line of a new output block begins with: indentation and quotation marks.
  public var linePrefix: String

  /// Creates a cell.
  public init(
    index: Int,
    attributes: CellAttributes,
    fenceSpan: SourceSpan,
    infoSpan: SourceSpan,
    code: EmbeddedText,
    storedOutput: StoredOutput? = nil,
    insertionPoint: Int,
    linePrefix: String
  ) {
    self.index = index
    self.attributes = attributes
    self.fenceSpan = fenceSpan
    self.infoSpan = infoSpan
    self.code = code
    self.storedOutput = storedOutput
    self.insertionPoint = insertionPoint
    self.linePrefix = linePrefix
  }

  /// The cell's id, or what it is for, or `cell 3` by its number from 1.
  public var name: String {
    switch (attributes.id, attributes.role) {
    case (let id?, _): id
    case (nil, .plain): "cell \(index + 1)"
    case (nil, .exercise(let name)): "exercise '\(name)'"
    case (nil, .solution(let name)): "solution of '\(name)'"
    }
  }
}

/// What the info string of a cell says.
public struct CellAttributes: Hashable, Sendable {
  /// How a cell appears in the rendered lesson.
  public enum Visibility: String, Hashable, Sendable, CaseIterable {
    /// Shown with its code.
    case shown
    /// Run, and not shown.
    case hidden
    /// Shown collapsed.
    case folded
  }

  /// What is expected of a cell when it runs.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// It runs without error.
    case run
    /// It does not run at all.
    case noRun = "no-run"
    /// It fails at run time.
    case fails
    /// It does not compile.
    case rejected
  }

  /// What a cell is for.
  public enum Role: Hashable, Sendable {
    /// Part of the lesson's text.
    case plain
    /// The starting point of an exercise, with the `expect`s that it does not meet yet.
    case exercise(String)
    /// The solution of an exercise above, which meets them; shown collapsed.
    case solution(String)
  }

  /// The id, unique in the lesson.
  public var id: String?
  /// How the cell appears.
  public var visibility: Visibility = .shown
  /// What is expected of it.
  public var mode: Mode = .run
  /// What it is for.
  public var role: Role = .plain
  /// The bound on its run time, in seconds.
  public var timeLimit: Double?

  /// Creates the attributes of a plain cell.
  public init() {}
}

/// The text output that the file holds for a cell.
public struct StoredOutput: Hashable, Sendable {
  /// The output, without indentation and markers of lists and quotations.
  public var contents: EmbeddedText
  /// The bytes of the lines between the fences, with their line endings.
  public var contentSpan: SourceSpan
  /// The bytes of the block, fences included.
  public var fenceSpan: SourceSpan
  /// What each line of the block begins with: indentation and quotation marks.
  public var linePrefix: String

  /// Creates a stored output.
  public init(
    contents: EmbeddedText,
    contentSpan: SourceSpan,
    fenceSpan: SourceSpan,
    linePrefix: String
  ) {
    self.contents = contents
    self.contentSpan = contentSpan
    self.fenceSpan = fenceSpan
    self.linePrefix = linePrefix
  }
}

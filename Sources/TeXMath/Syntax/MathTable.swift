/// Rows and columns: a matrix, cases, aligned equations.
public struct MathTable: Hashable, Sendable {
  /// How the cells of a column stand.
  public enum Alignment: String, Hashable, Sendable {
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right.
    case right
  }

  /// A line between rows or columns.
  public enum Line: String, Hashable, Sendable {
    /// No line.
    case none
    /// A line.
    case solid
    /// A dashed line.
    case dashed
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// The cells from left to right; each is a `row` node.
    public var cells: [MathNode]
    /// What `\tag` says of the row.
    public var tag: MathNode?
  }

  /// The family that an environment belongs to.
  public enum Family: Hashable, Sendable {
    /// A matrix, with the delimiters around it.
    case matrix
    /// A matrix in a line of text; `\substack`.
    case small
    /// `cases` and its kin.
    case cases
    /// `aligned` and its kin: right and left in turn.
    case aligned
    /// `gathered` and its kin.
    case gathered
    /// `array`.
    case array
    /// `equation`.
    case equation
    /// `CD`: objects with arrows between them.
    case diagram
  }

  /// The environment's name.
  public var environment: String
  /// The family it belongs to.
  public var family: Family
  /// The opening delimiter, or nothing.
  public var open: String
  /// The closing delimiter, or nothing.
  public var close: String
  /// The style of the cells.
  public var cellStyle: MathStyle
  /// The rows from top to bottom.
  public var rows: [Row]
  /// How the columns stand; columns beyond stand in the middle.
  public var alignments: [Alignment]
  /// The lines before, between and behind the columns, one more than columns; empty for none.
  public var columnLines: [Line]
  /// The lines above, between and below the rows, one more than rows; empty for none.
  public var rowLines: [Line]
  /// Whether each row carries an equation number outside the table.
  public var isNumbered: Bool

  /// The number of columns of the longest row.
  public var columnCount: Int { rows.reduce(0) { max($0, $1.cells.count) } }
}

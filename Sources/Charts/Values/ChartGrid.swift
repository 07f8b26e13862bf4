/// Charts side by side, with one legend for all.
///
///     ChartGrid("Grid against random", columns: 2) {
///       Chart("grid") { PointMark(x: gridX, y: gridY) }
///       Chart("random") { PointMark(x: randomX, y: randomY) }
///     }
///
/// A series has the same color in each chart. In a terminal too narrow for the columns, the charts
/// stand under each other.
public struct ChartGrid: Hashable, Sendable {
  /// The title; empty for none.
  public private(set) var title: String
  /// The number of charts in a row.
  public private(set) var columns: Int
  /// The charts, row by row.
  public private(set) var charts: [Chart]

  var size = FigureSize()
  var summary = ""

  /// Creates a grid.
  ///
  /// - Parameters:
  ///   - title: The title; empty for none.
  ///   - columns: The number of charts in a row, at least 1.
  ///   - content: The charts, row by row.
  public init(
    _ title: String = "",
    columns: Int = 2,
    @ChartGridBuilder content: () throws -> [Chart]
  ) rethrows {
    self.title = title
    self.columns = columns
    charts = try content()
  }

  /// Returns the grid in another size.
  ///
  /// - Parameters:
  ///   - width: The width in pixels, from 80 to 4,000.
  ///   - height: The height in pixels, from 80 to 4,000.
  /// - Returns: The grid.
  public func frame(width: Double, height: Double) -> ChartGrid {
    var result = self
    result.size = FigureSize(width: width, height: height)
    return result
  }

  /// Returns the grid with a description for those who cannot see it.
  ///
  /// - Parameter description: What the charts show; without it, their marks and axes are listed.
  /// - Returns: The grid.
  public func accessibilityLabel(_ description: String) -> ChartGrid {
    var result = self
    result.summary = description
    return result
  }
}

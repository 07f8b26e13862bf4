/// The named series of a figure, in the order in which they first appear, and how each is drawn.
struct SeriesTable: Hashable, Sendable {
  /// How a series appears in the legend.
  struct Entry: Hashable, Sendable {
    var name: String
    var color: ChartColor
    var line: LineStyle?
    var symbol: ChartSymbol?
    var hasArea = false
  }

  /// What the legend lists.
  private(set) var entries: [Entry] = []
  /// The values of the least and the greatest shade, the same for all heat maps; nil without any.
  private(set) var shades: ClosedRange<Double>?
  private var seriesIndices: [String: Int] = [:]
  private var groupIndices: [String: Int] = [:]
  /// Whether lines of different series differ in style.
  private let variesLines: Bool

  /// Creates the table of some charts.
  ///
  /// - Parameters:
  ///   - charts: The charts.
  ///   - variesLines: Whether lines of different series differ in style as well as in color.
  init(_ charts: [Chart], variesLines: Bool) {
    self.variesLines = variesLines
    for mark in charts.lazy.flatMap(\.marks) {
      if let group = mark.style.symbolGroup, groupIndices[group] == nil {
        groupIndices[group] = groupIndices.count
      }
      for name in SeriesTable.names(of: mark) where seriesIndices[name] == nil {
        seriesIndices[name] = seriesIndices.count
      }
    }
    shades = SeriesTable.shades(charts)
    var places: [String: Int] = [:]
    for mark in charts.lazy.flatMap(\.marks) {
      for name in SeriesTable.names(of: mark) { list(mark, as: name, &places) }
      if let group = mark.style.symbolGroup, seriesIndices[group] == nil {
        listGroup(mark, group, &places)
      }
    }
  }

  /// The series that a mark belongs to: its own, or the classes of a region.
  private static func names(of mark: Mark) -> [String] {
    if case .region(let grid) = mark.geometry { return grid.names }
    return mark.style.series.map { [$0] } ?? []
  }

  private static func shades(_ charts: [Chart]) -> ClosedRange<Double>? {
    let ranges = charts.flatMap(\.marks).compactMap { mark -> ClosedRange<Double>? in
      if case .heatMap(let grid) = mark.geometry { grid.range } else { nil }
    }
    guard let least = ranges.map(\.lowerBound).min(), let greatest = ranges.map(\.upperBound).max()
    else { return nil }
    return least...greatest
  }

  private mutating func list(_ mark: Mark, as name: String, _ places: inout [String: Int]) {
    let place = places[name] ?? entries.count
    places[name] = place
    if place == entries.count {
      entries.append(Entry(name: name, color: mark.style.color ?? color(of: name)))
    }
    switch mark.geometry {
    case .line, .arrow, .rule, .contour:
      entries[place].line = lineStyle(of: mark)
      if mark.style.symbol != nil { entries[place].symbol = symbol(of: mark) }
    case .point, .cube, .network: entries[place].symbol = symbol(of: mark)
    case .bar, .area, .rectangle, .histogram, .region, .heatMap, .text, .graph:
      entries[place].hasArea = true
    }
  }

  private mutating func listGroup(
    _ mark: Mark,
    _ group: String,
    _ places: inout [String: Int]
  ) {
    guard places[group] == nil else { return }
    places[group] = entries.count
    entries.append(
      Entry(name: group, color: mark.style.series == nil ? color(of: mark) : .ink)
    )
    entries[entries.count - 1].symbol = symbol(of: mark)
  }

  // MARK: - Styles

  /// The color of a series.
  func color(of series: String) -> ChartColor {
    ChartColor.series[(seriesIndices[series] ?? 0) % ChartColor.series.count]
  }

  /// The color of a mark.
  func color(of mark: Mark) -> ChartColor {
    mark.style.color ?? mark.style.series.map { color(of: $0) } ?? .blue
  }

  /// The symbol of a mark's points.
  func symbol(of mark: Mark) -> ChartSymbol {
    if let symbol = mark.style.symbol { return symbol }
    let index =
      mark.style.symbolGroup.flatMap { groupIndices[$0] }
      ?? mark.style.series.flatMap { seriesIndices[$0] } ?? 0
    return ChartSymbol.allCases[index % ChartSymbol.allCases.count]
  }

  /// The style of a mark's line.
  func lineStyle(of mark: Mark) -> LineStyle {
    if let style = mark.style.lineStyle { return style }
    guard variesLines, let index = mark.style.series.flatMap({ seriesIndices[$0] }) else {
      return .solid
    }
    return LineStyle.allCases[index % LineStyle.allCases.count]
  }
}

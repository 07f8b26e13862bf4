/// The marks of a chart, checked, with the scales that show them.
struct PlotData {
  let chart: Chart
  let x: Scale
  let y: Scale
  /// Whether there is anything along the vertical axis.
  let hasVerticalValues: Bool
  /// The edges of the bins that all histograms of the chart share.
  let bins: HistogramBins?
  /// The least distance between the middles of bars.
  let barDistance: Double
  /// The series that have bars, each of which takes a part of their width.
  let barSeries: [String?]
  /// The number of values that are not finite.
  let skippedCount: Int

  private let horizontal: AxisContents
  private let vertical: AxisContents

  /// The most marks of a chart.
  private static let mostMarks = 5_000

  init(_ chart: Chart) throws(ChartError) {
    self.chart = chart
    guard chart.marks.count <= PlotData.mostMarks else {
      throw .tooMuch(what: "marks", count: chart.marks.count, limit: PlotData.mostMarks)
    }
    for (index, mark) in chart.marks.enumerated() { try mark.validate(index: index + 1) }
    skippedCount = chart.marks.reduce(0) { $0 + $1.skippedCount }
    var horizontal = AxisContents()
    var vertical = AxisContents()
    for mark in chart.marks { mark.add(to: &horizontal, &vertical) }
    barDistance = leastDistance(chart.marks)
    horizontal.add(barEdges(chart.marks, distance: barDistance))
    var series: [String?] = []
    for mark in chart.marks {
      if case .bar = mark.geometry, !series.contains(mark.style.series) {
        series.append(mark.style.series)
      }
    }
    barSeries = series
    bins = HistogramBins(chart.marks, type: chart.x.scale)
    if let bins { horizontal.add([bins.edges[0], bins.edges[bins.edges.count - 1]]) }
    x = try horizontal.scale("horizontal", chart.x)
    if let bins, chart.y.scale == .linear { vertical.add([0, Double(bins.greatestCount)]) }
    if let bins, chart.y.scale != .linear { vertical.add([1, Double(bins.greatestCount)]) }
    let hasZero = chart.marks.contains(where: \.beginsAtZero) && chart.y.scale != .log
    if hasZero { vertical.add([0]) }
    hasVerticalValues =
      vertical.range != nil || !vertical.names.isEmpty || chart.y.domain != nil
      || !chart.marks.contains(where: \.liesOnNumberLine)
    y =
      hasVerticalValues
      ? try vertical.scale("vertical", chart.y, namesRunDown: true)
      : Scale(type: .linear, first: -1, last: 1)
    self.horizontal = horizontal
    self.vertical = vertical
  }

  /// The numbers along the horizontal axis.
  func horizontal(_ coordinates: Coordinates) -> [Double] { horizontal.numbers(coordinates) }

  /// The numbers along the vertical axis.
  func vertical(_ coordinates: Coordinates) -> [Double] { vertical.numbers(coordinates) }

  /// The value that bars and areas begin at.
  var baseline: Double { min(max(y.type == .log ? y.lower : 0, y.lower), y.upper) }
}

/// The least distance between the middles of bars over numbers; 1 where there is one bar.
private func leastDistance(_ marks: [Mark]) -> Double {
  var least = Double.infinity
  var places: Set<Double> = []
  for mark in marks {
    if case .bar(.numbers(let x), _) = mark.geometry { places.formUnion(x.filter(\.isFinite)) }
  }
  let sorted = places.sorted()
  for (left, right) in zip(sorted, sorted.dropFirst()) { least = min(least, right - left) }
  return least.isFinite ? least : 1
}

/// How far the outermost bars over numbers reach.
private func barEdges(_ marks: [Mark], distance: Double) -> [Double] {
  marks.flatMap { mark -> [Double] in
    guard case .bar(.numbers(let x), _) = mark.geometry else { return [] }
    return x.flatMap { [$0 - distance / 2, $0 + distance / 2] }
  }
}

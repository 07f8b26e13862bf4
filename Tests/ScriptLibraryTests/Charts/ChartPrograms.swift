import Charts
import Engine

/// A chart as a lesson writes it, beside the same lines compiled by Swift.
struct ChartProgram: CustomStringConvertible, Sendable {
  let name: String
  /// Lines that end with a figure.
  let lines: String
  let figure: any Figure
  var description: String { name }

  init(_ name: String, _ lines: String, _ figure: any Figure) {
    self.name = name
    self.lines = lines
    self.figure = figure
  }

  static let all = marks + fields + charts

  private static let marks: [ChartProgram] = [
    ChartProgram(
      "lines",
      """
      Chart("Lines") {
        LineMark(x: [0, 1, 2], y: [1.5, 0, 1])
        LineMark(x: Tensor([0.5, 1]), y: Tensor([1, 2]))
        LineMark(y: [3, 1, 2]).foregroundStyle(by: "y alone")
        LineMark(over: 0...2) { x in x * x }.lineStyle(.dotted)
        LineMark(over: 0...1, count: 3) { $0 }.opacity(0.5)
      }
      """,
      Chart("Lines") {
        LineMark(x: [0, 1, 2], y: [1.5, 0, 1])
        LineMark(x: Tensor([0.5, 1]), y: Tensor([1, 2]))
        LineMark(y: [3, 1, 2]).foregroundStyle(by: "y alone")
        LineMark(over: 0...2) { x in x * x }.lineStyle(.dotted)
        LineMark(over: 0...1, count: 3) { $0 }.opacity(0.5)
      }
    ),
    ChartProgram(
      "points",
      """
      Chart {
        PointMark(x: [0, 1], y: [1, 0]).foregroundStyle(.purple).symbol(.diamond).symbolSize(64)
        PointMark(x: 0.5, y: 0.25).annotation("one")
        PointMark(x: Tensor([0.25]), y: Tensor([0.75])).symbol(by: "group")
      }
      """,
      Chart {
        PointMark(x: [0, 1], y: [1, 0]).foregroundStyle(.purple).symbol(.diamond).symbolSize(64)
        PointMark(x: 0.5, y: 0.25).annotation("one")
        PointMark(x: Tensor([0.25]), y: Tensor([0.75])).symbol(by: "group")
      }
    ),
    ChartProgram(
      "rows of points",
      "Chart { PointMark(x: [1, 2.5], y: [\"a\", \"b\"]) }",
      Chart { PointMark(x: [1, 2.5], y: ["a", "b"]) }
    ),
    ChartProgram(
      "number line",
      "Chart { PointMark(x: [0.9, 0.99]) }.chartXScale(type: .oneMinusLog)",
      Chart { PointMark(x: [0.9, 0.99]) }.chartXScale(type: .oneMinusLog)
    ),
    ChartProgram(
      "categories",
      """
      Chart {
        BarMark(x: ["a", "b"], y: [1, 2])
        BarMark(x: "c", y: 3)
        LineMark(x: ["a", "b"], y: [2, 1])
        PointMark(x: ["b"], y: [0.5])
      }
      """,
      Chart {
        BarMark(x: ["a", "b"], y: [1, 2])
        BarMark(x: "c", y: 3)
        LineMark(x: ["a", "b"], y: [2, 1])
        PointMark(x: ["b"], y: [0.5])
      }
    ),
    ChartProgram(
      "areas and rules",
      """
      Chart {
        AreaMark(x: [0, 1], y: [1, 2])
        AreaMark(x: [0, 1], yStart: [0, 1], yEnd: [3, 2]).foregroundStyle(.gray)
        BarMark(x: [0.25, 0.75], y: [1, 2])
        RuleMark(x: 0.5).lineStyle(.dashed)
        RuleMark(y: 1.5)
        RectangleMark(x: 0.2...0.4, y: 1...2).foregroundStyle(.vermilion)
        TextMark("words", x: 0.7, y: 2)
        ArrowMark(x: [0, 0.5], y: [0, 1])
      }
      """,
      Chart {
        AreaMark(x: [0, 1], y: [1, 2])
        AreaMark(x: [0, 1], yStart: [0, 1], yEnd: [3, 2]).foregroundStyle(.gray)
        BarMark(x: [0.25, 0.75], y: [1, 2])
        RuleMark(x: 0.5).lineStyle(.dashed)
        RuleMark(y: 1.5)
        RectangleMark(x: 0.2...0.4, y: 1...2).foregroundStyle(.vermilion)
        TextMark("words", x: 0.7, y: 2)
        ArrowMark(x: [0, 0.5], y: [0, 1])
      }
    ),
    ChartProgram(
      "histograms",
      """
      Chart {
        HistogramMark([1, 2, 2.5, 4], bins: 3)
        HistogramMark(Tensor([1, 2, 3]))
      }
      """,
      Chart {
        HistogramMark([1, 2, 2.5, 4], bins: 3)
        HistogramMark(Tensor([1, 2, 3]))
      }
    ),
  ]

  private static let fields: [ChartProgram] = [
    ChartProgram(
      "contours",
      """
      Chart {
        ContourMark(x: -1...1, y: -1...1, levels: [0.5], resolution: 9) { $0 * $0 + $1 * $1 }
        ContourMark(x: [0, 1], y: [0, 1], z: [[0, 1], [2, 3]])
      }
      """,
      Chart {
        ContourMark(x: -1...1, y: -1...1, levels: [0.5], resolution: 9) { $0 * $0 + $1 * $1 }
        ContourMark(x: [0, 1], y: [0, 1], z: [[0, 1], [2, 3]])
      }
    ),
    ChartProgram(
      "heat maps",
      """
      Chart {
        HeatMapMark([[1, 2], [3, 4]])
        HeatMapMark(x: [0, 1], y: [2, 3], z: [[1, 2], [3, 4]])
      }
      """,
      Chart {
        HeatMapMark([[1, 2], [3, 4]])
        HeatMapMark(x: [0, 1], y: [2, 3], z: [[1, 2], [3, 4]])
      }
    ),
    ChartProgram(
      "regions",
      """
      Chart {
        RegionMark(x: [0, 1], y: [0, 1], scores: [[1, 2, 3, 4], [4, 3, 2, 1]], names: ["a", "b"])
        RegionMark(x: 2...3, y: 0...1, classes: 2, resolution: 5) { x, y in x > y + 2.5 ? 1 : 0 }
      }
      """,
      Chart {
        RegionMark(
          x: [0, 1],
          y: [0, 1],
          scores: [[1, 2, 3, 4], [4, 3, 2, 1]],
          names: ["a", "b"]
        )
        RegionMark(x: 2...3, y: 0...1, classes: 2, resolution: 5) { x, y in x > y + 2.5 ? 1 : 0 }
      }
    ),
    ChartProgram(
      "network",
      "Chart { NetworkMark(layers: [2, 3, 1], labels: [\"x\", \"a\", \"y\"]) }",
      Chart { NetworkMark(layers: [2, 3, 1], labels: ["x", "a", "y"]) }
    ),
    ChartProgram(
      "graph",
      """
      let edges = [GraphEdge("w", "J"), GraphEdge("b", "J", label: "+")]
      Chart { GraphMark(edges) }
      """,
      Chart { GraphMark([GraphEdge("w", "J"), GraphEdge("b", "J", label: "+")]) }
    ),
    ChartProgram(
      "cube",
      "Chart { CubeMark(x: [0, 1], y: [0, 1], z: [1, 0], names: [\"a\", \"b\", \"c\"]) }",
      Chart { CubeMark(x: [0, 1], y: [0, 1], z: [1, 0], names: ["a", "b", "c"]) }
    ),
    ChartProgram(
      "cube without names",
      "Chart { CubeMark(x: [0, 1], y: [0, 1], z: [1, 0]) }",
      Chart { CubeMark(x: [0, 1], y: [0, 1], z: [1, 0]) }
    ),
  ]

  private static let charts: [ChartProgram] = [
    ChartProgram(
      "axes",
      """
      Chart("Axes") { LineMark(y: [1, 10, 100]) }
        .chartXAxisLabel("x").chartYAxisLabel("y").chartYScale(type: .log)
        .chartXScale(from: 3, to: -1).chartXAxis(values: [0, 2]).chartYAxis(values: [1, 100])
        .frame(width: 400, height: 300).accessibilityLabel("it grows")
      """,
      Chart("Axes") { LineMark(y: [1, 10, 100]) }
        .chartXAxisLabel("x").chartYAxisLabel("y").chartYScale(type: .log)
        .chartXScale(from: 3, to: -1).chartXAxis(values: [0, 2]).chartYAxis(values: [1, 100])
        .frame(width: 400, height: 300).accessibilityLabel("it grows")
    ),
    ChartProgram(
      "domains",
      """
      Chart { PointMark(x: 1, y: 2).foregroundStyle(by: "s") }
        .chartXScale(domain: 0.5...2, type: .log).chartYScale(domain: 0...4)
        .chartXAxis(.hidden).chartYAxis(.automatic).chartLegend(.hidden).chartAspect(.free)
      """,
      Chart { PointMark(x: 1, y: 2).foregroundStyle(by: "s") }
        .chartXScale(domain: 0.5...2, type: .log).chartYScale(domain: 0...4)
        .chartXAxis(.hidden).chartYAxis(.automatic).chartLegend(.hidden).chartAspect(.free)
    ),
    ChartProgram(
      "loops and branches",
      """
      let isOdd = true
      Chart {
        for i in 1...3 {
          if i % 2 == 1 { PointMark(x: Double(i), y: 1) } else { RuleMark(x: Double(i)) }
        }
        if isOdd { RuleMark(y: 2) }
      }
      """,
      Chart {
        for i in 1...3 {
          if i % 2 == 1 { PointMark(x: Double(i), y: 1) } else { RuleMark(x: Double(i)) }
        }
        RuleMark(y: 2)
      }
    ),
    ChartProgram(
      "grid",
      """
      ChartGrid("Panels", columns: 3) {
        for title in ["a", "b"] { Chart(title) { RuleMark(x: 1) }.chartYScale(from: 0, to: 1) }
      }
      .frame(width: 500, height: 200).accessibilityLabel("two")
      """,
      ChartGrid("Panels", columns: 3) {
        for title in ["a", "b"] { Chart(title) { RuleMark(x: 1) }.chartYScale(from: 0, to: 1) }
      }
      .frame(width: 500, height: 200).accessibilityLabel("two")
    ),
  ]
}

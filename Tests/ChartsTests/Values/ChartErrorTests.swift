import Charts
import Engine
import Testing

@Suite("Errors of charts")
struct ChartErrorTests {
  /// A figure that cannot be drawn, and what is said of it.
  struct Row: CustomTestStringConvertible, Sendable {
    var figure: any Figure
    var error: ChartError
    var text: String
    var testDescription: String { text }
  }

  private static let many = [Double](repeating: 1, count: 20_001)

  static let rows: [Row] = [
    Row(
      figure: Chart { LineMark(x: [1, 2, 3], y: [1, 2]) },
      error: .countsDiffer(mark: "LineMark", index: 1, x: 3, y: 2),
      text: "'LineMark', mark 1 of the chart, has 3 values along one axis, but 2 along another; "
        + "give as many along each axis"
    ),
    Row(
      figure: Chart { LineMark(x: [1, 2], y: [0, 1]) }.chartYScale(type: .log),
      error: .offScale(axis: "vertical", value: 0, scale: .log),
      text: "the vertical axis is logarithmic, but holds 0.0; "
        + "give values above 0, or use a linear scale"
    ),
    Row(
      figure: Chart { PointMark(x: [0.9, 1]) }.chartXScale(type: .oneMinusLog),
      error: .offScale(axis: "horizontal", value: 1, scale: .oneMinusLog),
      text: "the horizontal axis is logarithmic in 1 - v, but holds 1.0; "
        + "give values below 1, or use a linear scale"
    ),
    Row(
      figure: Chart {}.chartXScale(from: .nan, to: 1),
      error: .domainNotFinite(axis: "horizontal", value: .nan),
      text: "the horizontal axis has nan as a bound; give two finite numbers"
    ),
    Row(
      figure: Chart { HeatMapMark(x: [0, 1], y: [0], z: [1, 2, 3]) },
      error: .gridMismatch(mark: "HeatMapMark", index: 1, rows: 1, columns: 2, values: 3),
      text: "'HeatMapMark', mark 1 of the chart, has 1 rows and 2 columns, but 3 values; "
        + "give a matrix of shape [rows, columns]"
    ),
    Row(
      figure: Chart { ContourMark(x: [0, 2, 1], y: [0, 1], z: [1, 2, 3, 4, 5, 6]) },
      error: .gridNotMonotone(mark: "ContourMark", index: 1),
      text: "the rows or columns of 'ContourMark', mark 1 of the chart, are not in order; "
        + "give finite numbers that ascend or descend"
    ),
    Row(
      figure: Chart {
        BarMark(x: ["a"], y: [1])
        BarMark(x: [1], y: [1])
      },
      error: .mixedAxis(axis: "horizontal"),
      text: "the horizontal axis holds both numbers and names; "
        + "give all marks numbers, or all of them names"
    ),
    Row(
      figure: Chart { BarMark(x: "a", y: 1) }.chartXScale(type: .log),
      error: .namesNeedNoScale(axis: "horizontal", scale: .log),
      text: "the horizontal axis is logarithmic, but holds names; "
        + "leave the scale out, or give numbers"
    ),
    Row(
      figure: Chart {
        GraphMark([GraphEdge("a", "b")])
        PointMark(x: 1, y: 1)
      },
      error: .mixedDiagram(mark: "GraphMark"),
      text: "'GraphMark' stands beside other marks, which have no place in it; "
        + "give it a chart of its own, and join them in a 'ChartGrid'"
    ),
    Row(
      figure: Chart { GraphMark([GraphEdge("a", "b"), GraphEdge("b", "c"), GraphEdge("c", "b")]) },
      error: .cycle(box: "c"),
      text: "the arrows of the graph lead from 'c' back to it; leave out an arrow of the cycle"
    ),
    Row(
      figure: Chart {}.frame(width: 1e9, height: 100),
      error: .sizeOutOfRange(name: "width", value: 1e9, lower: 80, upper: 4000),
      text: "the width of the figure is 1000000000.0; give a number from 80 to 4000"
    ),
    Row(
      figure: Chart { HistogramMark([1, 2], bins: 0) },
      error: .argumentOutOfRange(
        mark: "HistogramMark",
        name: "bins",
        value: 0,
        lower: 1,
        upper: 1000
      ),
      text: "'bins' of 'HistogramMark' is 0.0; give a number from 1 to 1000"
    ),
    Row(
      figure: ChartGrid(columns: 0) {},
      error: .argumentOutOfRange(mark: "ChartGrid", name: "columns", value: 0, lower: 1, upper: 36),
      text: "'columns' of 'ChartGrid' is 0.0; give a number from 1 to 36"
    ),
    Row(
      figure: ChartGrid { for _ in 0..<40 { Chart {} } },
      error: .tooMuch(what: "charts", count: 40, limit: 36),
      text: "the figure has 40 charts; draw at most 36, or a part of them"
    ),
    Row(
      figure: Chart { NetworkMark(layers: [Int](repeating: 1, count: 51)) },
      error: .tooMuch(what: "layers", count: 51, limit: 50),
      text: "the figure has 51 layers; draw at most 50, or a part of them"
    ),
    Row(
      figure: Chart { BarMark(x: [Double](repeating: 1, count: 20_001), y: many) },
      error: .tooMuch(what: "bars in one mark", count: 20_001, limit: 20_000),
      text: "the figure has 20001 bars in one mark; draw at most 20000, or a part of them"
    ),
    Row(
      figure: Chart { PointMark(x: many.indices.map { "\($0)" }, y: many) },
      error: .tooMuch(what: "names on one axis", count: 20_001, limit: 5_000),
      text: "the figure has 20001 names on one axis; draw at most 5000, or a part of them"
    ),
    Row(
      figure: Chart { for index in 0...5_000 { RuleMark(x: Double(index)) } },
      error: .tooMuch(what: "marks", count: 5_001, limit: 5_000),
      text: "the figure has 5001 marks; draw at most 5000, or a part of them"
    ),
    Row(
      figure: Chart { NetworkMark(layers: [3, 0]) },
      error: .argumentOutOfRange(
        mark: "NetworkMark",
        name: "layers",
        value: 0,
        lower: 1,
        upper: 1_000_000
      ),
      text: "'layers' of 'NetworkMark' is 0.0; give a number from 1 to 1000000"
    ),
  ]

  @Test("what cannot be drawn is an error with its values and a remedy", arguments: rows)
  func errors(row: Row) {
    for canvas in [Canvas.page, .terminal(columns: 80)] {
      do throws(ChartError) {
        _ = try row.figure.layout(in: canvas)
        Issue.record("it was laid out")
      } catch {
        #expect(error.description == row.text)
        // NaN differs from itself, so the description stands for it.
        if row.error == row.error { #expect(error == row.error) }
      }
    }
  }
}

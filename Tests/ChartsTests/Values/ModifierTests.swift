import Testing

@testable import Charts

@Suite("Modifiers")
struct ModifierTests {
  private let mark = LineMark(y: [1, 2])
  private let chart = Chart("t") { LineMark(y: [1, 2]) }

  @Test("a modifier of a mark sets one thing, and the last one counts")
  func marks() {
    var style = MarkStyle()
    #expect(mark.mark.style == style)
    style.series = "a"
    #expect(mark.foregroundStyle(by: "a").style == style)
    style.color = .sky
    #expect(mark.foregroundStyle(by: "a").foregroundStyle(.sky).style == style)
    style.symbolGroup = "g"
    style.symbol = .plus
    style.symbolSize = 49
    style.lineStyle = .dotted
    style.opacity = 0.5
    style.annotation = "w"
    let all = mark.foregroundStyle(by: "b").foregroundStyle(by: "a").foregroundStyle(.sky)
      .symbol(by: "g").symbol(.plus).symbolSize(49).lineStyle(.dotted).opacity(0.5)
      .annotation("w")
    #expect(all.style == style)
    #expect(all.geometry == mark.mark.geometry)
  }

  @Test("a modifier of one axis leaves the other as it is")
  func axes() {
    let x = chart.chartXAxisLabel("x").chartXScale(from: 2, to: 1, type: .log)
      .chartXAxis(values: [1]).chartXAxis(.hidden)
    #expect(x.x.label == "x" && x.x.scale == .log && x.x.values == [1])
    #expect(x.x.domain == Domain(start: 2, end: 1) && x.x.visibility == .hidden)
    #expect(x.y == AxisOptions())
    let y = chart.chartYAxisLabel("y").chartYScale(domain: 0...3).chartYAxis(values: [2])
      .chartYAxis(.hidden)
    #expect(y.y.label == "y" && y.y.scale == .linear && y.y.values == [2])
    #expect(y.y.domain == Domain(start: 0, end: 3) && y.y.visibility == .hidden)
    #expect(y.x == AxisOptions())
  }

  @Test("a chart is a value: its copy changes alone")
  func values() {
    #expect(chart.chartLegend(.hidden).legend == .hidden)
    #expect(chart.chartAspect(.equal).aspect == .equal)
    #expect(chart.frame(width: 100, height: 90).size == FigureSize(width: 100, height: 90))
    #expect(chart.accessibilityLabel("s").summary == "s")
    #expect(chart == Chart("t") { LineMark(y: [1, 2]) })
    #expect(chart != chart.chartXAxisLabel("x"))
  }

  @Test("marks and charts print in a few words, and a chart as a drawing")
  func descriptions() {
    #expect("\(mark)" == "LineMark(4 values)")
    #expect("\(PointMark(x: [1]))" == "PointMark(1 value)")
    #expect("\(RuleMark(x: 1).lineStyle(.dashed))" == "RuleMark")
    #expect(chart.debugDescription == "Chart(\"t\", 1 mark)")
    let grid = ChartGrid("g") { chart }
    #expect(grid.debugDescription == "ChartGrid(\"g\", [Chart(\"t\", 1 mark)])")
    #expect(chart.description.hasPrefix("t\n"))
    #expect(!chart.description.hasSuffix("\n"))
    let broken = chart.chartXScale(type: .log)
    #expect(broken.description.hasPrefix("the horizontal axis is logarithmic, but holds 0.0"))
  }

  @Test("a builder takes loops and branches")
  func builder() {
    let built = Chart {
      for index in 0..<3 {
        if index == 1 { RuleMark(x: 1) } else { PointMark(x: Double(index), y: 0) }
      }
      if isShown(0) { RuleMark(y: 0) }
      if isShown(1) { RuleMark(y: 1) }
    }
    #expect(built.marks.map(\.name) == ["PointMark", "RuleMark", "PointMark", "RuleMark"])
    #expect(ChartGrid { for _ in 0..<3 { chart } }.charts.count == 3)
  }

  private func isShown(_ number: Int) -> Bool { number == 1 }
}

import Charts
import Script

/// Returns the charts, and how the braces of one are read.
func chartInitializers() -> [HostFunction] {
  [
    HostFunction(
      calling: "init(_ title: String = \"\", @ChartBuilder content: () -> [Mark])",
      of: "Chart"
    ) { (context: any HostContext, title: String, content: HostClosure) in
      try Chart(title, content: context.function(content))
    },
    HostFunction(
      calling: """
        init(_ title: String = "", columns: Int = 2, @ChartGridBuilder content: () -> [Chart])
        """,
      of: "ChartGrid"
    ) { (context: any HostContext, title: String, columns: Int, content: HostClosure) in
      try ChartGrid(title, columns: columns, content: context.function(content))
    },
    HostFunction("static func buildExpression(_ chart: Chart) -> [Chart]", of: "ChartGridBuilder") {
      (chart: Chart) in ChartGridBuilder.buildExpression(chart)
    },
  ] + builderFunctions("ChartBuilder", of: Mark.self)
    + builderFunctions("ChartGridBuilder", of: Chart.self)
}

/// Returns the methods of a builder that joins parts of one type.
private func builderFunctions<Part: EngineValue>(
  _ builder: String,
  of part: Part.Type
) -> [HostFunction] {
  let list = [Part].scriptType
  return [
    HostFunction("static func buildBlock(_ parts: \(list)...) -> \(list)", of: builder) {
      (parts: [[Part]]) in parts.flatMap { $0 }
    },
    HostFunction("static func buildArray(_ parts: [\(list)]) -> \(list)", of: builder) {
      (parts: [[Part]]) in parts.flatMap { $0 }
    },
    HostFunction("static func buildOptional(_ part: \(list)?) -> \(list)", of: builder) {
      (part: [Part]?) in part ?? []
    },
    HostFunction("static func buildEither(first part: \(list)) -> \(list)", of: builder) {
      (part: [Part]) in part
    },
    HostFunction("static func buildEither(second part: \(list)) -> \(list)", of: builder) {
      (part: [Part]) in part
    },
  ]
}

/// Returns what can be said of a chart and of a grid as a whole.
func chartModifiers() -> [HostFunction] {
  [
    HostFunction("func chartLegend(_ visibility: Visibility) -> Chart", of: "Chart") {
      (chart: Chart, visibility: Visibility) in chart.chartLegend(visibility)
    },
    HostFunction("func chartAspect(_ aspect: ChartAspect) -> Chart", of: "Chart") {
      (chart: Chart, aspect: ChartAspect) in chart.chartAspect(aspect)
    },
    HostFunction("func frame(width: Double, height: Double) -> Chart", of: "Chart") {
      (chart: Chart, width: Double, height: Double) in chart.frame(width: width, height: height)
    },
    HostFunction("func accessibilityLabel(_ description: String) -> Chart", of: "Chart") {
      (chart: Chart, description: String) in chart.accessibilityLabel(description)
    },
    HostFunction("func frame(width: Double, height: Double) -> ChartGrid", of: "ChartGrid") {
      (grid: ChartGrid, width: Double, height: Double) in grid.frame(width: width, height: height)
    },
    HostFunction("func accessibilityLabel(_ description: String) -> ChartGrid", of: "ChartGrid") {
      (grid: ChartGrid, description: String) in grid.accessibilityLabel(description)
    },
  ]
}

/// Returns what can be said of the axes of a chart.
func chartAxisModifiers() -> [HostFunction] {
  [
    HostFunction("func chartXAxisLabel(_ label: String) -> Chart", of: "Chart") {
      (chart: Chart, label: String) in chart.chartXAxisLabel(label)
    },
    HostFunction("func chartYAxisLabel(_ label: String) -> Chart", of: "Chart") {
      (chart: Chart, label: String) in chart.chartYAxisLabel(label)
    },
    HostFunction("func chartXScale(type: ScaleType) -> Chart", of: "Chart") {
      (chart: Chart, type: ScaleType) in chart.chartXScale(type: type)
    },
    HostFunction("func chartYScale(type: ScaleType) -> Chart", of: "Chart") {
      (chart: Chart, type: ScaleType) in chart.chartYScale(type: type)
    },
    HostFunction(
      "func chartXScale(domain: ClosedRange<Double>, type: ScaleType = .linear) -> Chart",
      of: "Chart"
    ) { (chart: Chart, domain: ClosedRange<Double>, type: ScaleType) in
      chart.chartXScale(domain: domain, type: type)
    },
    HostFunction(
      "func chartYScale(domain: ClosedRange<Double>, type: ScaleType = .linear) -> Chart",
      of: "Chart"
    ) { (chart: Chart, domain: ClosedRange<Double>, type: ScaleType) in
      chart.chartYScale(domain: domain, type: type)
    },
    HostFunction(
      "func chartXScale(from start: Double, to end: Double, type: ScaleType = .linear) -> Chart",
      of: "Chart"
    ) { (chart: Chart, start: Double, end: Double, type: ScaleType) in
      chart.chartXScale(from: start, to: end, type: type)
    },
    HostFunction(
      "func chartYScale(from start: Double, to end: Double, type: ScaleType = .linear) -> Chart",
      of: "Chart"
    ) { (chart: Chart, start: Double, end: Double, type: ScaleType) in
      chart.chartYScale(from: start, to: end, type: type)
    },
    HostFunction("func chartXAxis(_ visibility: Visibility) -> Chart", of: "Chart") {
      (chart: Chart, visibility: Visibility) in chart.chartXAxis(visibility)
    },
    HostFunction("func chartYAxis(_ visibility: Visibility) -> Chart", of: "Chart") {
      (chart: Chart, visibility: Visibility) in chart.chartYAxis(visibility)
    },
    HostFunction("func chartXAxis(values: [Double]) -> Chart", of: "Chart") {
      (chart: Chart, values: [Double]) in chart.chartXAxis(values: values)
    },
    HostFunction("func chartYAxis(values: [Double]) -> Chart", of: "Chart") {
      (chart: Chart, values: [Double]) in chart.chartYAxis(values: values)
    },
  ]
}

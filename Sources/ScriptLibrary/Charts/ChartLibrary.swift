import Charts
import Script

/// Publishes charts: marks with their modifiers, axes, grids.
func publishCharts() -> HostLibrary {
  HostLibrary(
    types: [
      type(Chart.self), type(ChartGrid.self), type(GraphEdge.self), type(Mark.self),
      HostType("ChartBuilder"), HostType("ChartGridBuilder"), type(ChartColor.self),
      type(ChartSymbol.self), type(LineStyle.self), type(ScaleType.self), type(Visibility.self),
      type(ChartAspect.self),
    ] + markTypes.map { HostType($0.scriptType, isEquatable: true) },
    functions: markInitializers() + fieldInitializers() + diagramInitializers()
      + markFunctions(Mark.self) + markTypes.flatMap { markFunctions($0) } + chartInitializers()
      + chartModifiers() + chartAxisModifiers() + chartOptions()
  )
}

/// The types of marks, each with the same modifiers.
private let markTypes: [any (ChartContent & EngineValue).Type] = [
  LineMark.self, PointMark.self, BarMark.self, AreaMark.self, RuleMark.self, RectangleMark.self,
  TextMark.self, ArrowMark.self, HistogramMark.self, ContourMark.self, HeatMapMark.self,
  RegionMark.self, NetworkMark.self, GraphMark.self, CubeMark.self,
]

/// Returns the type in the language of a type of charts.
private func type<Published: EngineValue & Equatable>(_ type: Published.Type) -> HostType {
  HostType(type.scriptType, isEquatable: true)
}

/// Returns the cases of the enumerations, by names that need no reflection.
private func chartOptions() -> [HostFunction] {
  HostFunction.cases([
    "blue": ChartColor.blue, "vermilion": ChartColor.vermilion, "green": ChartColor.green,
    "purple": ChartColor.purple, "orange": ChartColor.orange, "sky": ChartColor.sky,
    "yellow": ChartColor.yellow, "ink": ChartColor.ink, "gray": ChartColor.gray,
  ])
    + HostFunction.cases([
      "circle": ChartSymbol.circle, "square": ChartSymbol.square, "triangle": ChartSymbol.triangle,
      "diamond": ChartSymbol.diamond, "cross": ChartSymbol.cross, "plus": ChartSymbol.plus,
      "ring": ChartSymbol.ring, "frame": ChartSymbol.frame,
    ])
    + HostFunction.cases([
      "solid": LineStyle.solid, "dashed": LineStyle.dashed, "dotted": LineStyle.dotted,
      "dashDotted": LineStyle.dashDotted,
    ])
    + HostFunction.cases([
      "linear": ScaleType.linear, "log": ScaleType.log, "oneMinusLog": ScaleType.oneMinusLog,
    ])
    + HostFunction.cases(["automatic": Visibility.automatic, "hidden": Visibility.hidden])
    + HostFunction.cases(["free": ChartAspect.free, "equal": ChartAspect.equal])
}

/// Returns the modifiers of one type of marks, and its place in a `Chart`.
private func markFunctions<Content: ChartContent & EngineValue>(
  _ type: Content.Type
) -> [HostFunction] {
  let owner = type.scriptType
  return [
    HostFunction(
      "static func buildExpression(_ content: \(owner)) -> [Mark]",
      of: "ChartBuilder"
    ) { (content: Content) in ChartBuilder.buildExpression(content) },
    HostFunction("func foregroundStyle(by series: String) -> Mark", of: owner) {
      (content: Content, series: String) in content.foregroundStyle(by: series)
    },
    HostFunction("func foregroundStyle(_ color: ChartColor) -> Mark", of: owner) {
      (content: Content, color: ChartColor) in content.foregroundStyle(color)
    },
    HostFunction("func symbol(by group: String) -> Mark", of: owner) {
      (content: Content, group: String) in content.symbol(by: group)
    },
    HostFunction("func symbol(_ symbol: ChartSymbol) -> Mark", of: owner) {
      (content: Content, symbol: ChartSymbol) in content.symbol(symbol)
    },
    HostFunction("func symbolSize(_ size: Double) -> Mark", of: owner) {
      (content: Content, size: Double) in content.symbolSize(size)
    },
    HostFunction("func lineStyle(_ style: LineStyle) -> Mark", of: owner) {
      (content: Content, style: LineStyle) in content.lineStyle(style)
    },
    HostFunction("func opacity(_ opacity: Double) -> Mark", of: owner) {
      (content: Content, opacity: Double) in content.opacity(opacity)
    },
    HostFunction("func annotation(_ text: String) -> Mark", of: owner) {
      (content: Content, text: String) in content.annotation(text)
    },
  ]
}

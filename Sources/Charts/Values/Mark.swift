/// One mark of a chart with its style: what modifiers of marks return.
public struct Mark: ChartContent, Hashable {
  /// What is drawn.
  var geometry: Geometry
  /// How it is drawn.
  var style = MarkStyle()

  init(_ geometry: Geometry) { self.geometry = geometry }

  /// The mark itself.
  public var mark: Mark { self }

  /// The name of the type that made it, for messages.
  var name: String {
    switch geometry {
    case .line: "LineMark"
    case .point: "PointMark"
    case .bar: "BarMark"
    case .area: "AreaMark"
    case .rule: "RuleMark"
    case .rectangle: "RectangleMark"
    case .text: "TextMark"
    case .arrow: "ArrowMark"
    case .histogram: "HistogramMark"
    case .contour: "ContourMark"
    case .heatMap: "HeatMapMark"
    case .region: "RegionMark"
    case .network: "NetworkMark"
    case .graph: "GraphMark"
    case .cube: "CubeMark"
    }
  }

  /// The number of values that it holds.
  public var valueCount: Int {
    switch geometry {
    case .line(let x, let y): x.count + y.count
    case .point(let x, let y): x.count + (y?.count ?? 0)
    case .bar(let x, let y): x.count + y.count
    case .area(let x, let start, let end): x.count + (start?.count ?? 0) + end.count
    case .arrow(let x, let y): x.count + y.count
    case .histogram(let values, _): values.count
    case .contour(let grid, let levels): grid.values.count + levels.count
    case .heatMap(let grid): grid.values.count
    case .region(let grid): grid.scores.reduce(0) { $0 + $1.count }
    case .network(let layers, let labels): layers.count + labels.count
    case .graph(let edges): 3 * edges.count
    case .cube(let x, let y, let z, _): x.count + y.count + z.count
    case .rule, .rectangle, .text: 0
    }
  }

  /// Whether it is a diagram, whose places are not values on axes.
  var isDiagram: Bool {
    switch geometry {
    case .network, .graph, .cube: true
    case .line, .point, .bar, .area, .rule, .rectangle, .text, .arrow, .histogram, .contour,
      .heatMap, .region:
      false
    }
  }
}

/// What a mark draws, in the values of the axes.
enum Geometry: Hashable, Sendable {
  case line(x: Coordinates, y: Coordinates)
  /// Points; without `y` they lie on the line of numbers itself.
  case point(x: Coordinates, y: Coordinates?)
  case bar(x: Coordinates, y: [Double])
  /// The area between two lines; without `yStart` it begins where bars do.
  case area(x: [Double], yStart: [Double]?, yEnd: [Double])
  case rule(AxisValue)
  case rectangle(x: ClosedRange<Double>, y: ClosedRange<Double>)
  case text(x: Double, y: Double, String)
  case arrow(x: [Double], y: [Double])
  case histogram([Double], bins: Int)
  case contour(SampledGrid, levels: [Double])
  case heatMap(SampledGrid)
  case region(ClassGrid)
  case network(layers: [Int], labels: [String])
  case graph([GraphEdge])
  case cube(x: [Double], y: [Double], z: [Double], names: [String])
}

/// A value on one of the two axes.
enum AxisValue: Hashable, Sendable {
  case x(Double)
  case y(Double)
}

/// How a mark is drawn.
struct MarkStyle: Hashable, Sendable {
  var series: String?
  var color: ChartColor?
  var symbolGroup: String?
  var symbol: ChartSymbol?
  var symbolSize: Double?
  var lineStyle: LineStyle?
  var opacity: Double?
  var annotation: String?
}

/// Places along one axis: numbers, or names of categories.
enum Coordinates: Hashable, Sendable {
  case numbers([Double])
  case categories([String])

  var count: Int {
    switch self {
    case .numbers(let numbers): numbers.count
    case .categories(let names): names.count
    }
  }
}

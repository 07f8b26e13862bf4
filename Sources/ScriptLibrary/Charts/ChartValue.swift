import Charts

extension Chart: EngineValue {
  static var scriptType: String { "Chart" }
  /// The memory of the values in it.
  var byteCount: Int { 256 + marks.reduce(0) { $0 + $1.byteCount } }
}

extension ChartGrid: EngineValue {
  static var scriptType: String { "ChartGrid" }
  /// The memory of the charts in it.
  var byteCount: Int { 64 + charts.reduce(0) { $0 + $1.byteCount } }
}

extension ChartContent where Self: EngineValue {
  /// The memory of the values in the mark.
  var byteCount: Int { 128 + 8 * mark.valueCount }
}

extension Mark: EngineValue {
  static var scriptType: String { "Mark" }
}

extension LineMark: EngineValue {
  static var scriptType: String { "LineMark" }
}

extension PointMark: EngineValue {
  static var scriptType: String { "PointMark" }
}

extension BarMark: EngineValue {
  static var scriptType: String { "BarMark" }
}

extension AreaMark: EngineValue {
  static var scriptType: String { "AreaMark" }
}

extension RuleMark: EngineValue {
  static var scriptType: String { "RuleMark" }
}

extension RectangleMark: EngineValue {
  static var scriptType: String { "RectangleMark" }
}

extension TextMark: EngineValue {
  static var scriptType: String { "TextMark" }
}

extension ArrowMark: EngineValue {
  static var scriptType: String { "ArrowMark" }
}

extension HistogramMark: EngineValue {
  static var scriptType: String { "HistogramMark" }
}

extension ContourMark: EngineValue {
  static var scriptType: String { "ContourMark" }
}

extension HeatMapMark: EngineValue {
  static var scriptType: String { "HeatMapMark" }
}

extension RegionMark: EngineValue {
  static var scriptType: String { "RegionMark" }
}

extension NetworkMark: EngineValue {
  static var scriptType: String { "NetworkMark" }
}

extension GraphMark: EngineValue {
  static var scriptType: String { "GraphMark" }
}

extension CubeMark: EngineValue {
  static var scriptType: String { "CubeMark" }
}

extension GraphEdge: EngineValue {
  static var scriptType: String { "GraphEdge" }
}

extension ChartColor: EngineValue {
  static var scriptType: String { "ChartColor" }
}

extension ChartSymbol: EngineValue {
  static var scriptType: String { "ChartSymbol" }
}

extension LineStyle: EngineValue {
  static var scriptType: String { "LineStyle" }
}

extension ScaleType: EngineValue {
  static var scriptType: String { "ScaleType" }
}

extension Visibility: EngineValue {
  static var scriptType: String { "Visibility" }
}

extension ChartAspect: EngineValue {
  static var scriptType: String { "ChartAspect" }
}

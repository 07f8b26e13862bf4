public import Charts

extension Chart: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "Chart" }
  /// The memory of the values in it.
  public var byteCount: Int { 256 + marks.reduce(0) { $0 + $1.byteCount } }
}

extension ChartGrid: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "ChartGrid" }
  /// The memory of the charts in it.
  public var byteCount: Int { 64 + charts.reduce(0) { $0 + $1.byteCount } }
}

extension ChartContent where Self: EngineValue {
  /// The memory of the values in the mark.
  public var byteCount: Int { 128 + 8 * mark.valueCount }
}

extension Mark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "Mark" }
}

extension LineMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "LineMark" }
}

extension PointMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "PointMark" }
}

extension BarMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "BarMark" }
}

extension AreaMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "AreaMark" }
}

extension RuleMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "RuleMark" }
}

extension RectangleMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "RectangleMark" }
}

extension TextMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "TextMark" }
}

extension ArrowMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "ArrowMark" }
}

extension HistogramMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "HistogramMark" }
}

extension ContourMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "ContourMark" }
}

extension HeatMapMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "HeatMapMark" }
}

extension RegionMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "RegionMark" }
}

extension NetworkMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "NetworkMark" }
}

extension GraphMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "GraphMark" }
}

extension CubeMark: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "CubeMark" }
}

extension GraphEdge: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "GraphEdge" }
}

extension ChartColor: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "ChartColor" }
}

extension ChartSymbol: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "ChartSymbol" }
}

extension LineStyle: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "LineStyle" }
}

extension ScaleType: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "ScaleType" }
}

extension Visibility: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "Visibility" }
}

extension ChartAspect: EngineValue {
  /// The type's name in the language.
  public static var scriptType: String { "ChartAspect" }
}

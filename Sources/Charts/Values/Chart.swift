/// A chart: marks on two axes, or a diagram.
///
///     Chart("Cost") {
///       LineMark(x: epochs, y: cost).foregroundStyle(by: "train")
///       RuleMark(y: 0.1).lineStyle(.dashed)
///     }
///     .chartXAxisLabel("epoch")
///     .chartYScale(type: .log)
///
/// A chart is a value and holds whatever it is given. What cannot be drawn, such as 0 on a
/// logarithmic scale, is an error of `layout(in:)`. Values that are not finite are not drawn, break
/// their line, and are counted in a note under the chart.
public struct Chart: Hashable, Sendable {
  /// The title; empty for none.
  public private(set) var title: String
  /// The marks, the later over the earlier.
  public private(set) var marks: [Mark]

  var x = AxisOptions()
  var y = AxisOptions()
  var legend = Visibility.automatic
  var aspect = ChartAspect.free
  var size = FigureSize()
  var summary = ""

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The title; empty for none.
  ///   - content: The marks.
  public init(_ title: String = "", @ChartBuilder content: () throws -> [Mark]) rethrows {
    self.title = title
    marks = try content()
  }
}

/// The size of a figure in pixels, where its author gave one.
struct FigureSize: Hashable, Sendable {
  var width: Double?
  var height: Double?

  /// The least and the greatest extent that is drawn.
  static let allowed = 80.0...4000.0
}

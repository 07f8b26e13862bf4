/// A figure with every place decided: what the writers write.
///
/// Where things lie can be tested here, without drawing: `dump` lists all of it, line by line.
public struct FigureLayout: Hashable, Sendable {
  /// The canvas it is laid out on.
  let canvas: Canvas
  /// The width in the canvas's units.
  public let width: Double
  /// The height in the canvas's units.
  public let height: Double
  /// The title; empty for none.
  public let title: String
  /// What the figure shows, for those who cannot see it.
  public let summary: String
  /// What is drawn, the later over the earlier.
  var elements: [Element] = []

  /// The number of points in it, which decides how long its written forms are.
  public var pointCount: Int { elements.reduce(0) { $0 + $1.pointCount } }

  var bounds: Rect { Rect(0, 0, width: width, height: height) }

  /// All labels of the figure.
  var labels: [Label] {
    elements.compactMap { element in
      switch element {
      case .label(let label): label
      case .path, .symbols: nil
      }
    }
  }
}

/// One thing that is drawn.
enum Element: Hashable, Sendable {
  case path(Path)
  case symbols(SymbolGroup)
  case label(Label)
}

extension Element {
  /// The number of its points.
  var pointCount: Int {
    switch self {
    case .path(let path): path.lines.reduce(0) { $0 + $1.count }
    case .symbols(let group): group.points.count
    case .label: 1
    }
  }
}

/// What something is drawn with; the writers know the colors.
enum Paint: Hashable, Sendable {
  /// The color of text.
  case ink
  /// The color of an axis and of its numbers.
  case axis
  /// The color of lines behind everything.
  case grid
  /// The ground.
  case paper
  /// A color of the palette.
  case palette(ChartColor)
  /// A shade, 0 for the least value to 1 for the greatest.
  case shade(Double)
}

/// Lines, or the areas that they enclose.
struct Path: Hashable, Sendable {
  var lines: [[Point]]
  var stroke: Paint?
  var strokeWidth = 2.0
  var style = LineStyle.solid
  /// What encloses an area; overlapping lines enclose by the even-odd rule.
  var fill: Paint?
  var opacity = 1.0
  /// Whether its edges lie on whole pixels, and are not to be softened.
  var isSharp = false
  /// Whether it is the triangle at the end of an arrow, its tip first.
  var isArrowhead = false

  var isClosed: Bool { fill != nil }
}

/// Symbols of one kind.
struct SymbolGroup: Hashable, Sendable {
  var symbol: ChartSymbol
  var points: [Point]
  var radius: Double
  var paint: Paint
  var opacity = 1.0
}

/// A line of text in the box that it takes at most.
struct Label: Hashable, Sendable {
  enum Role: Hashable, Sendable {
    case title
    case axisLabel
    case tick
    case legend
    case annotation
    case note
  }

  enum Alignment: Hashable, Sendable {
    case left
    case center
    case right
  }

  var text: String
  var box: Rect
  var alignment = Alignment.left
  var role: Role
  var size = Canvas.TextSize.body
  var paint = Paint.ink
}

internal import Diagnostics

/// What a figure is laid out on: a page of pixels, or the cells of a terminal.
public struct Canvas: Hashable, Sendable {
  /// What a unit of length is.
  enum Medium: Hashable, Sendable {
    /// A pixel.
    case page
    /// A cell of a terminal, twice as high as wide.
    case terminal
  }

  let medium: Medium
  /// The width; nil where the figure decides.
  let width: Double?

  private init(_ medium: Medium, width: Double?) {
    self.medium = medium
    self.width = width
  }

  /// A page of pixels, of the size that the figure asks for.
  public static let page = Canvas(.page, width: nil)

  /// A terminal.
  ///
  /// - Parameter columns: Its number of columns, from 20 to 400; what is beyond is taken as these.
  /// - Returns: The canvas.
  public static func terminal(columns: Int) -> Canvas {
    Canvas(.terminal, width: Double(min(max(columns, 20), 400)))
  }

  /// How large text is written on a page.
  enum TextSize: Hashable, Sendable {
    case title
    case body
    case small

    /// The size of the font in pixels.
    var pixels: Double {
      switch self {
      case .title: 15
      case .body: 12
      case .small: 11
      }
    }
  }

  // MARK: - Text

  /// The width that a line of text takes at most.
  func width(_ text: some StringProtocol, _ size: TextSize = .body) -> Double {
    switch medium {
    case .terminal: Double(displayWidth(text))
    case .page: text.reduce(0) { $0 + emWidth($1) } * size.pixels
    }
  }

  /// The height of a line of text.
  func lineHeight(_ size: TextSize = .body) -> Double {
    medium == .terminal ? 1 : (size.pixels * 1.3).rounded()
  }

  /// More characters than a line on the widest canvas shows.
  private static let mostCharacters = 2_000

  /// The text cut to a width, with an ellipsis where something is missing; control characters become
  /// spaces.
  func fitted(_ text: String, _ size: TextSize = .body, to limit: Double) -> String {
    let line = String(text.prefix(Canvas.mostCharacters).map { $0.isControl ? " " : $0 })
    guard width(line, size) > limit else { return line }
    var used = width("…", size)
    var result = ""
    for character in line {
      used += width(String(character), size)
      guard used <= limit else { break }
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }

  // MARK: - Distances

  /// The distance between neighbors, such as a label and its symbol.
  var gap: Double { medium == .terminal ? 1 : 6 }
  /// The distance from the edge of the canvas.
  var margin: Double { medium == .terminal ? 0 : 10 }
  /// The breadth that the line of an axis takes.
  var axisBreadth: Double { medium == .terminal ? 1 : 0 }
  /// The length of a tick's stroke.
  var tickLength: Double { medium == .terminal ? 0 : 4 }
  /// How far apart the ticks of a horizontal axis are.
  var horizontalTickDistance: Double { medium == .terminal ? 12 : 80 }
  /// How far apart the ticks of a vertical axis are.
  var verticalTickDistance: Double { medium == .terminal ? 3 : 42 }
  /// The height of a unit by its width.
  var unitAspect: Double { medium == .terminal ? 2 : 1 }
  /// The width of the least thing that can be seen.
  var dotWidth: Double { 0.5 }
  /// The height of the least thing that can be seen.
  var dotHeight: Double { medium == .terminal ? 0.25 : 0.5 }
  /// How far inside of a plot its outermost dots have their middles.
  var dotInset: (x: Double, y: Double) {
    medium == .terminal ? (dotWidth / 2, dotHeight / 2) : (0, 0)
  }
  /// The radius of a symbol of a given area.
  func symbolRadius(area: Double) -> Double {
    medium == .terminal ? 0.5 : min(max(area, 1), 2500).squareRoot() / 2
  }

  /// A place where a cell or a sharp line can lie.
  func snapped(_ place: Double) -> Double { medium == .terminal ? place.rounded() : place }
}

extension Character {
  /// Whether it would change how a line is shown instead of being shown.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
      case .format: scalar.properties.isBidiControl
      default: scalar.value == 0xFFFE || scalar.value == 0xFFFF
      }
    }
  }
}

/// The width of a character by the size of its font: that of DejaVu Sans, the widest of the fonts
/// that pages fall back on.
private func emWidth(_ character: Character) -> Double {
  switch character {
  case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!", " ": 0.36
  case "f", "r", "t", "(", ")", "[", "]", "-", "/", "\"", "s", "c", "J": 0.56
  case "m", "w", "M", "W", "%", "@", "…", "→", "←", "⇒": 1.0
  case "0"..."9", "a"..."z": 0.65
  case "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻", "₀", "₁", "₂", "₃", "₄", "₅": 0.45
  case "A"..."Z", "+", "=", "−", "×", "<", ">", "≈", "≤", "≥": 0.84
  default: Double(max(displayWidth(character), 1)) * (character.isLetter ? 0.75 : 0.9) + 0.05
  }
}

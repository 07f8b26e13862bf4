public import Diagnostics

/// A picture that a cell put out.
///
/// It is kept as what renderers need of it, so that the model of a lesson knows no charts.
public struct Figure: Sendable {
  /// Whether a drawing for a terminal has colors.
  public enum TerminalForm: Hashable, Sendable {
    /// Characters alone.
    case plain
    /// With ANSI colors beside the characters.
    case ansi
  }

  /// The name: lower-case letters, digits and hyphens, unique in its lesson.
  public var name: String
  /// The title; empty for none.
  public var title: String
  /// What the picture shows, for those who cannot see it.
  public var summary: String
  /// The picture as an SVG element, whose ids begin with the name.
  public var svg: String
  private let writeTables: @Sendable () -> String
  private let drawing: @Sendable (_ columns: Int, TerminalForm) -> String

  /// Creates a figure.
  ///
  /// - Parameters:
  ///   - name: The name, unique in its lesson.
  ///   - title: The title; empty for none.
  ///   - summary: What the picture shows.
  ///   - svg: The picture as an SVG element.
  ///   - tables: Returns the numbers in it as HTML tables; empty for none.
  ///   - drawing: Returns it as lines of text for a terminal of so many columns.
  public init(
    name: String,
    title: String,
    summary: String,
    svg: String,
    tables: @escaping @Sendable () -> String,
    drawing: @escaping @Sendable (_ columns: Int, TerminalForm) -> String
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.svg = svg
    writeTables = tables
    self.drawing = drawing
  }

  /// The numbers in the picture as HTML tables, which are written each time; empty for none.
  public var tables: String { writeTables() }

  /// Returns the picture as lines of text for a terminal, each with a line break.
  public func terminalText(columns: Int, form: TerminalForm) -> String { drawing(columns, form) }

  /// The name of the file that keeps the picture.
  public var fileName: String { name + ".svg" }
}

extension Figure: Hashable {
  /// Whether two figures have the same name and show the same; their drawings follow from that.
  public static func == (left: Figure, right: Figure) -> Bool {
    left.name == right.name && left.title == right.title && left.summary == right.summary
      && left.svg == right.svg && left.tables == right.tables
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(svg)
  }
}

/// A figure that the file shows below a cell: an image in a paragraph of its own.
public struct StoredFigure: Hashable, Sendable {
  /// The name of the figure.
  public var name: String
  /// What the image says of itself where it cannot be seen.
  public var description: String
  /// The address of the image.
  public var destination: String
  /// The bytes of the image.
  public var span: SourceSpan

  /// Creates a stored figure.
  public init(name: String, description: String, destination: String, span: SourceSpan) {
    self.name = name
    self.description = description
    self.destination = destination
    self.span = span
  }
}

extension Lesson {
  /// The name of the folder beside the lesson that its figures are kept in: `lec2.figures`.
  public var figureFolder: String {
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return (name.hasSuffix(".md") ? String(name.dropLast(3)) : name) + ".figures"
  }

  /// What the destination of a figure's image begins with: the folder as a URL has it.
  public var figureDestination: String {
    figureFolder.utf8.map { byte in
      let isPlain =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "~"):
          true
        default: false
        }
      guard !isPlain else { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return (byte < 16 ? "%0" : "%") + digits
    }.joined() + "/"
  }
}

import Charts
import Script

/// A chart, or a grid of charts, as the picture that a cell shows.
struct ChartPicture: HostPicture {
  private let figure: any Figure
  private let layout: FigureLayout

  /// Lays out the figure.
  ///
  /// - Parameter figure: The figure.
  /// - Throws: A `HostError` where it cannot be drawn.
  init(_ figure: some Figure) throws {
    self.figure = figure
    do throws(ChartError) {
      layout = try figure.layout(in: .page)
    } catch {
      throw HostError(error, message: error.message, help: error.remedy)
    }
  }

  var title: String { layout.title }
  var summary: String { layout.summary }
  var tables: String { figure.dataTables.map(\.html).joined() }
  var byteCount: Int {
    ChartPicture.bytesPerPoint * layout.pointCount + title.utf8.count + summary.utf8.count
  }

  /// What a place takes in SVG: a letter and two numbers.
  private static let bytesPerPoint = 12

  func svg(prefix: String) -> String { layout.svg(prefix: prefix) }

  func terminalText(columns: Int, form: HostPictureForm) -> String {
    let style: TerminalFigureStyle =
      switch form {
      case .plain: .plain
      case .ansi: .ansi
      }
    do throws(ChartError) {
      return try figure.terminalText(columns: columns, style: style)
    } catch {
      // What a page has room for may be too much for cells.
      return error.description + "\n"
    }
  }
}

extension Chart {
  /// The chart, laid out.
  ///
  /// - Returns: The picture.
  /// - Throws: A `HostError` where it cannot be drawn.
  func picture() throws -> (any HostPicture)? { try ChartPicture(self) }
}

extension ChartGrid {
  /// The charts, laid out.
  ///
  /// - Returns: The picture.
  /// - Throws: A `HostError` where they cannot be drawn.
  func picture() throws -> (any HostPicture)? { try ChartPicture(self) }
}

/// A picture that a value of the host is shown as, such as a chart.
///
/// The machine hands it on; nothing in it is known to the language.
public protocol HostPicture: Sendable {
  /// The title; empty for none.
  var title: String { get }
  /// What the picture shows, for those who cannot see it.
  var summary: String { get }
  /// The numbers in it as HTML tables; empty for none.
  var tables: String { get }
  /// About how many bytes its SVG takes, for the budget.
  var byteCount: Int { get }

  /// Returns the picture as an SVG element.
  ///
  /// - Parameter prefix: What the ids in it begin with.
  /// - Returns: The element, the same for the same picture.
  func svg(prefix: String) -> String

  /// Returns the picture as lines of text for a terminal.
  ///
  /// - Parameters:
  ///   - columns: The width of the terminal.
  ///   - form: Whether colors are used.
  /// - Returns: The lines, each with a line break.
  func terminalText(columns: Int, form: HostPictureForm) -> String
}

/// Whether a picture in a terminal has colors.
public enum HostPictureForm: Hashable, Sendable {
  /// Characters alone.
  case plain
  /// With ANSI colors beside the characters.
  case ansi
}

import Script

/// A picture that a compiled lesson has drawn.
struct CompiledPicture: HostPicture {
  let title: String
  let summary: String
  let tables: String
  private let idPrefix: String
  private let picture: String
  private let drawings: [Drawing]

  /// The picture in a terminal of one width.
  private struct Drawing {
    var width: Int
    var plain: String
    var ansi: String
  }

  /// Reads the texts of an event; nil where some are missing.
  init?(_ texts: [String]) {
    guard texts.count >= 8, (texts.count - 5).isMultiple(of: 3) else { return nil }
    (title, summary, tables, idPrefix, picture) = (texts[0], texts[1], texts[2], texts[3], texts[4])
    drawings = stride(from: 5, to: texts.count, by: 3).compactMap { index in
      Int(texts[index]).map { Drawing(width: $0, plain: texts[index + 1], ansi: texts[index + 2]) }
    }
  }

  var byteCount: Int { picture.utf8.count }

  func svg(prefix: String) -> String { picture.replacing(idPrefix, with: prefix) }

  /// The drawing for the greatest width that fits.
  func terminalText(columns: Int, form: HostPictureForm) -> String {
    guard let drawing = drawings.last(where: { $0.width <= columns }) ?? drawings.first else {
      return ""
    }
    return switch form {
    case .plain: drawing.plain
    case .ansi: drawing.ansi
    }
  }
}

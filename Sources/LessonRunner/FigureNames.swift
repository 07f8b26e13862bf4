internal import LessonModel
internal import Script

/// Gives the figures of a lesson their names: that of the cell, or the words of the title.
struct FigureNames {
  private var taken: Set<String> = []

  /// The most characters of a name, but for a number at its end.
  private static let longest = 60

  /// Returns a name that no other figure of the lesson has.
  ///
  /// - Parameters:
  ///   - id: The id of the cell; nil where it has none.
  ///   - title: The title of the figure.
  /// - Returns: Lower-case letters, digits and hyphens, beginning with a letter.
  mutating func next(id: String?, title: String) -> String {
    let base = Self.words(of: id ?? title)
    var name = base
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }

  /// The letters and digits of a text in lower case, with hyphens between words.
  private static func words(of text: String) -> String {
    let words = text.lowercased().unicodeScalars.split { scalar in
      !("a"..."z").contains(scalar) && !("0"..."9").contains(scalar)
    }
    var name = ""
    for word in words {
      let longer = name.isEmpty ? String(word) : name + "-" + String(word)
      guard longer.utf8.count <= longest else { break }
      name = longer
    }
    guard let first = name.first else { return "figure" }
    return first.isLetter ? name : "figure-" + name
  }
}

extension Figure {
  /// Creates a figure from the picture that the host made.
  init(_ picture: any HostPicture, name: String) {
    self.init(
      name: name,
      title: picture.title,
      summary: picture.summary,
      svg: picture.svg(prefix: "figure-" + name),
      tables: { picture.tables },
      drawing: { columns, form in
        switch form {
        case .plain: picture.terminalText(columns: columns, form: .plain)
        case .ansi: picture.terminalText(columns: columns, form: .ansi)
        }
      }
    )
  }
}

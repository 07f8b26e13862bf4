internal import Diagnostics
internal import LessonModel

/// The edit that makes the images below a cell those of its figures; nil where they are.
struct FigureSplice {
  let edit: SourceEdit

  /// Compares the images below a cell with its figures.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - figures: The figures that it put out.
  ///   - lesson: The lesson that it stands in.
  ///   - ending: How the file ends its lines.
  init?(_ cell: Cell, _ figures: [Figure], in lesson: Lesson, ending: String) {
    let stored = cell.storedFigures
    guard stored.map(\.name) != figures.map(\.name) else { return nil }
    // What an author wrote of a figure that stays is kept.
    let kept = Dictionary(
      stored.map { ($0.name, $0.span) },
      uniquingKeysWith: { first, _ in first }
    )
    let images = figures.map { figure in
      kept[figure.name].map(lesson.file.text(in:)) ?? Self.image(of: figure, in: lesson)
    }
    let prefix = cell.linePrefix
    let blank = blankLine(prefix)
    let file = lesson.file
    guard let first = stored.first, let last = stored.last else {
      // A cell without output ends with its own fence.
      let end = cell.storedOutput?.fenceSpan.end ?? cell.fenceSpan.end
      let point = Self.nextLineStart(after: end, in: file)
      var lines = images.flatMap { [blank, prefix + $0] }
      if !Self.isBlank(lineAt: point, in: file, prefix: blank) { lines.append(blank) }
      edit = SourceEdit(inserting: lines, at: point, of: file.bytes, ending: ending)
      return
    }
    guard images.isEmpty else {
      let text = images.joined(separator: ending + blank + ending + prefix)
      edit = SourceEdit(SourceSpan(first.span.start, last.span.end), text)
      return
    }
    var start = file.span(ofLine: file.line(at: first.span.start)).start
    let before = file.line(at: start) - 1
    if before > 0, Self.isBlank(file.text(in: file.span(ofLine: before)), prefix: blank) {
      start = file.span(ofLine: before).start
    }
    edit = SourceEdit(SourceSpan(start, Self.nextLineStart(after: last.span.end, in: file)), "")
  }

  /// The image of a figure in Markdown.
  private static func image(of figure: Figure, in lesson: Lesson) -> String {
    let description = figure.title.isEmpty ? "Figure" : figure.title
    return "![\(escaped(description))](\(lesson.figureDestination)\(figure.fileName))"
  }

  /// A text as Markdown reads it to the letter, on one line.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result += " "
      case "!"..."/", ":"..."@", "["..."`", "{"..."~":
        result.append("\\")
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func nextLineStart(after offset: Int, in file: SourceFile) -> Int {
    let line = file.line(at: offset)
    return line < file.lineCount ? file.lineStarts[line] : file.bytes.count
  }

  private static func isBlank(lineAt offset: Int, in file: SourceFile, prefix: String) -> Bool {
    offset >= file.bytes.count
      || isBlank(file.text(in: file.span(ofLine: file.line(at: offset))), prefix: prefix)
  }

  private static func isBlank(_ line: String, prefix: String) -> Bool {
    blankLine(line) == prefix || blankLine(line).isEmpty
  }
}

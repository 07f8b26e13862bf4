public import Diagnostics

/// What a page shows of a lesson, and what was met while it was written.
struct LessonBody {
  /// A heading of the lesson, for the table of contents.
  struct Heading {
    var level: Int
    var id: String
    var html: String
    /// The same without links, for the table of contents.
    var outline: String
  }

  /// A part of the lesson under one heading, as plain text to search in.
  struct Section {
    /// The anchor of the heading; empty for what stands above the first one.
    var id: String
    var title: String
    var text: String
  }

  /// The blocks.
  var html = ""
  /// The heading that is the title, and its anchor.
  var title: Heading?
  var headings: [Heading] = []
  var sections: [Section] = []
  /// The solutions, as a list of their own for paper.
  var answers = ""
  /// The addresses of the links, in the order of their numbers on paper.
  var linkedAddresses: [String] = []
  /// The files beside the lesson that it shows or links to.
  var files: [FileReference] = []
  var diagnostics: [Diagnostic] = []

  /// The minutes that reading takes, at 200 words a minute.
  var readingMinutes: Int {
    let words = sections.reduce(0) { $0 + $1.text.utf8.split(separator: UInt8(ascii: " ")).count }
    return max(1, (words + 100) / 200)
  }
}

/// A file beside a lesson that the lesson shows or links to.
public struct FileReference: Hashable, Sendable {
  /// How the file is used.
  public enum Use: String, Hashable, Sendable {
    /// It is shown.
    case image
    /// A link leads to it.
    case link
  }

  /// The path, relative to the lesson's folder.
  public var path: String
  /// How the file is used.
  public var use: Use
  /// The place in the lesson.
  public var span: SourceSpan?

  /// The error that says that there is no such file.
  public var missing: Diagnostic {
    Diagnostic(
      use == .image ? "missing-image" : "broken-link",
      .error,
      "there is no file '\(path)' beside the lesson",
      at: span,
      help: "add the file, or mend the path"
    )
  }
}

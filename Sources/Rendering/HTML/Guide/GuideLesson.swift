public import Diagnostics
public import LessonModel

/// A lesson that has been run, as a page of a guide is made of it.
public struct GuideLesson: Sendable {
  /// The lesson.
  public var lesson: Lesson
  /// What the run made of it.
  public var report: Report
  /// The colors of each cell's code, by the cell's index; a cell may have none.
  public var colors: [[ColoredRange]]

  /// Creates a lesson of a guide.
  public init(lesson: Lesson, report: Report, colors: [[ColoredRange]]) {
    self.lesson = lesson
    self.report = report
    self.colors = colors
  }

  /// The name of the file, without its folder.
  public var name: String {
    lesson.file.name.split(separator: "/").last.map(String.init) ?? lesson.file.name
  }

  /// The name of the page's file, without its ending.
  var pageName: String { name.hasSuffix(".md") ? String(name.dropLast(3)) : name }

  /// The node of the heading that is the title: one of level 1 that the lesson begins with.
  var titleIndex: Int? {
    let nodes = lesson.document.nodes
    let first = nodes.indices.dropFirst().first { index in
      if case .htmlBlock(let html) = nodes[index].kind { return !html.hasPrefix("<!--") }
      return true
    }
    guard let first, case .heading(1, _) = nodes[first].kind else { return nil }
    return first
  }

  /// The title: what the front matter says, the heading, or the name of the file.
  public var title: String {
    if let title = lesson.frontMatter.title { return title }
    guard let index = titleIndex else { return pageName }
    let nodes = lesson.document.nodes
    return nodes[(index + 1)..<(index + 1 + nodes[index].descendantCount)].plainText
  }

  /// The anchor of the title.
  var titleAnchor: String {
    guard let index = titleIndex, case .heading(_, let id?) = lesson.document.nodes[index].kind
    else { return "page.title" }
    return id
  }

  /// The anchors of the headings.
  var anchors: Set<String> {
    var anchors: Set<String> = []
    for node in lesson.document.nodes {
      if case .heading(_, let id?) = node.kind { anchors.insert(id) }
    }
    return anchors
  }
}

/// How the pages of a guide are made.
public struct GuideOptions: Hashable, Sendable {
  /// What becomes of an author's own HTML.
  public enum RawHTML: Hashable, Sendable {
    /// What is harmless stays.
    case sanitized
    /// All of it stays.
    case kept
  }

  /// How the solutions of exercises are shown on a screen.
  public enum Solutions: Hashable, Sendable {
    /// Folded, until a reader opens them.
    case folded
    /// Open.
    case open
  }

  /// What becomes of an author's own HTML.
  public var rawHTML: RawHTML
  /// How solutions are shown.
  public var solutions: Solutions

  /// Creates options.
  public init(rawHTML: RawHTML = .sanitized, solutions: Solutions = .folded) {
    self.rawHTML = rawHTML
    self.solutions = solutions
  }
}

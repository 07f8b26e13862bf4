public import Diagnostics
internal import LessonModel

/// A course as pages: one for each lesson, and one that leads to them.
public struct StudyGuide: Sendable {
  /// A page with what was met while it was written.
  public struct Page: Sendable {
    /// The name of the file.
    public var name: String
    /// The page.
    public var html: String
    /// The files beside the lesson that the page needs.
    public var files: [FileReference]
    /// The problems of the page, such as links that lead nowhere.
    public var diagnostics: [Diagnostic]
    /// The minutes that reading it takes.
    var minutes: Int
    /// Its part of the search.
    var searchEntries: [String]
  }

  /// A file of the guide that is made for it.
  public struct Asset: Sendable {
    /// The name of the file.
    public var name: String
    /// The content.
    public var text: String
  }

  private let title: String
  private let lessons: [GuideLesson]
  private let options: GuideOptions
  private let templates: PageTemplates
  private let links: GuideLinks

  /// Creates a guide.
  ///
  /// - Parameters:
  ///   - title: The name of the course.
  ///   - lessons: The lessons, in their order.
  ///   - options: How the pages are made.
  ///   - templates: What they are made of.
  public init(
    title: String,
    lessons: [GuideLesson],
    options: GuideOptions,
    templates: PageTemplates
  ) {
    self.title = title
    self.lessons = lessons
    self.options = options
    self.templates = templates
    links = GuideLinks(lessons) { lesson in
      let address = lesson.pageName + ".html"
      return GuideLinks.Page(top: address, base: address + "#", anchors: lesson.anchors)
    }
  }

  /// Returns the page of a lesson, by its number in the order.
  public func page(_ number: Int) -> Page {
    let lesson = lessons[number]
    var writer = BodyWriter(lesson, options: options, links: links)
    let body = writer.write()
    let previous = number > 0 ? neighbor(number - 1) : nil
    let next = number + 1 < lessons.count ? neighbor(number + 1) : nil
    let entries = contents(of: body, prefix: "")
    let article = article(lesson, body, heading: heading(of: lesson, body, level: 1, prefix: ""))
    let context = LessonPageContext(
      pageTitle: visibleText("\(lesson.title) – \(title)"),
      course: visibleText(title),
      summary: lesson.lesson.frontMatter.summary.map(visibleText),
      policy: ContentPolicy(bodies: article.parts + entries.map(\.html)).text,
      hasMath: article.hasMath,
      indexAddress: "index.html",
      searchAddress: "search.js",
      contents: entries,
      articles: [article],
      previous: previous,
      next: next,
      hasContents: !entries.isEmpty,
      hasNeighbors: previous != nil || next != nil
    )
    let name = lesson.pageName + ".html"
    return Page(
      name: name,
      html: templates.lesson(context),
      files: body.files,
      diagnostics: body.diagnostics,
      minutes: article.minutes,
      searchEntries: SearchIndex.entries(of: body, title: lesson.title, address: name)
    )
  }

  /// Makes the files of the guide beside the pages of its lessons.
  ///
  /// - Parameter pages: The pages of all lessons, in their order.
  /// - Returns: The page that leads to the lessons, the search, the style and the script.
  public func assets(for pages: [Page]) -> [Asset] {
    var search = SearchIndex()
    var items: [IndexPageContext.Item] = []
    for (lesson, page) in zip(lessons, pages) {
      search.add(page.searchEntries)
      let verdict = VerdictText([lesson.report])
      items.append(
        IndexPageContext.Item(
          address: HTMLText.address(page.name),
          title: visibleText(lesson.title),
          summary: lesson.lesson.frontMatter.summary.map(visibleText),
          lecture: lesson.lesson.frontMatter.lecture.map(visibleText),
          minutes: page.minutes,
          verdict: verdict.text,
          verdictClass: verdict.styleClass
        )
      )
    }
    let verdict = VerdictText(lessons.map(\.report))
    let index = IndexPageContext(
      pageTitle: visibleText(title),
      course: visibleText(title),
      policy: ContentPolicy(bodies: []).text,
      searchAddress: "search.js",
      verdict: verdict.text,
      verdictClass: verdict.styleClass,
      lessons: items
    )
    return [
      Asset(name: "index.html", text: templates.index(index)),
      Asset(name: "search.js", text: search.script),
      Asset(name: "style.css", text: templates.style),
      Asset(name: "math.css", text: templates.mathStyle),
      Asset(name: "script.js", text: templates.script),
    ]
  }

  /// Makes one page of the whole guide, which needs no other file.
  ///
  /// - Parameter images: The content of image files, by their paths, as addresses.
  /// - Returns: The page.
  public func singlePage(images: [String: String]) -> String {
    let isAlone = lessons.count == 1
    let prefix = { (lesson: GuideLesson) in isAlone ? "" : lesson.pageName + "." }
    let links = GuideLinks(lessons) { lesson in
      let base = "#" + prefix(lesson)
      return GuideLinks.Page(
        top: base + lesson.titleAnchor,
        base: base,
        anchors: lesson.anchors
      )
    }
    var articles = isAlone ? [] : [titleArticle]
    var entries: [LessonPageContext.Entry] = []
    for lesson in lessons {
      let prefix = prefix(lesson)
      var writer = BodyWriter(
        lesson,
        options: options,
        links: links,
        prefix: HTMLText.escaped(prefix),
        headingShift: isAlone ? 0 : 1,
        embedded: images
      )
      let body = writer.write()
      let heading = heading(of: lesson, body, level: isAlone ? 1 : 2, prefix: prefix)
      articles.append(article(lesson, body, heading: heading))
      if !isAlone {
        entries.append(
          LessonPageContext.Entry(
            level: 2,
            address: HTMLText.address(prefix + lesson.titleAnchor),
            html: body.title?.outline ?? HTMLText.shown(lesson.title)
          )
        )
      }
      for var entry in contents(of: body, prefix: prefix) {
        if !isAlone { entry.level += 1 }
        entries.append(entry)
      }
    }
    let first = lessons.first.flatMap { isAlone ? $0 : nil }
    let mathStyle = articles.contains(where: \.hasMath) ? templates.mathStyle : nil
    let context = LessonPageContext(
      pageTitle: visibleText(first?.title ?? title),
      course: visibleText(title),
      summary: first?.lesson.frontMatter.summary.map(visibleText),
      policy: ContentPolicy(
        styles: [templates.style] + (mathStyle.map { [$0] } ?? []),
        script: templates.script,
        bodies: articles.flatMap(\.parts) + entries.map(\.html)
      ).text,
      hasMath: mathStyle != nil,
      mathStyle: mathStyle,
      inlineStyle: templates.style,
      inlineScript: templates.script,
      searchAddress: "",
      contents: entries,
      articles: articles,
      hasContents: !entries.isEmpty,
      hasNeighbors: false
    )
    return templates.lesson(context)
  }
}

extension StudyGuide {
  /// Returns the content of an image file as an address that needs no file.
  public static func address(ofImage path: String, _ bytes: [UInt8]) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let type =
      switch ending {
      case "svg": "image/svg+xml"
      case "jpg": "image/jpeg"
      default: "image/\(ending)"
      }
    return "data:\(type);base64,\(Base64.encoded(bytes))"
  }
}

// MARK: - Parts of pages

extension StudyGuide {
  private func neighbor(_ number: Int) -> LessonPageContext.Neighbor {
    let lesson = lessons[number]
    return LessonPageContext.Neighbor(
      address: HTMLText.address(lesson.pageName + ".html"),
      title: visibleText(lesson.title)
    )
  }

  private func heading(
    of lesson: GuideLesson,
    _ body: LessonBody,
    level: Int,
    prefix: String
  ) -> String {
    let id = HTMLText.escaped(prefix + lesson.titleAnchor)
    let html = body.title?.html ?? HTMLText.shown(lesson.title)
    return "<h\(level) id=\"\(id)\">\(html)</h\(level)>"
  }

  private func contents(of body: LessonBody, prefix: String) -> [LessonPageContext.Entry] {
    body.headings.filter { $0.level <= 3 }.map { heading in
      LessonPageContext.Entry(
        level: heading.level,
        address: HTMLText.address(prefix + heading.id),
        html: heading.outline
      )
    }
  }

  private func article(
    _ lesson: GuideLesson,
    _ body: LessonBody,
    heading: String
  ) -> ArticleContext {
    let matter = lesson.lesson.frontMatter
    let verdict = VerdictText([lesson.report])
    return ArticleContext(
      lecture: matter.lecture.map(visibleText),
      heading: heading,
      summary: matter.summary.map(visibleText),
      verdict: verdict.text,
      verdictClass: verdict.styleClass,
      minutes: body.readingMinutes,
      problems: ProblemText.lines(lesson.report.diagnostics, of: lesson.lesson),
      body: body.html,
      answers: body.answers,
      hasAnswers: !body.answers.isEmpty,
      linkedAddresses: body.linkedAddresses.map(visibleText),
      hasLinks: !body.linkedAddresses.isEmpty
    )
  }

  /// The title of a course whose lessons stand on one page.
  private var titleArticle: ArticleContext {
    let verdict = VerdictText(lessons.map(\.report))
    return ArticleContext(
      heading: "<h1>\(HTMLText.shown(title))</h1>",
      verdict: verdict.text,
      verdictClass: verdict.styleClass,
      minutes: 0,
      problems: [],
      body: "",
      answers: "",
      hasAnswers: false,
      linkedAddresses: [],
      hasLinks: false
    )
  }
}

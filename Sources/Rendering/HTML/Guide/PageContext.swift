/// What the template of a lesson's page may say; names are those in the template.
struct LessonPageContext {
  struct Entry {
    var level: Int
    var address: String
    var html: String
  }

  struct Neighbor {
    var address: String
    var title: String
  }

  var pageTitle: String
  var course: String
  var summary: String?
  var policy: String
  var hasMath: Bool
  var mathStyle: String?
  var inlineStyle: String?
  var inlineScript: String?
  var indexAddress: String?
  var searchAddress: String
  var contents: [Entry]
  var articles: [ArticleContext]
  var previous: Neighbor?
  var next: Neighbor?

  var hasContents: Bool
  var hasNeighbors: Bool
}

/// What the template of a lesson may say.
struct ArticleContext {
  var lecture: String?
  var heading: String
  var summary: String?
  var verdict: String
  var verdictClass: String
  var minutes: Int
  var problems: [String]
  var body: String
  var answers: String
  var hasAnswers: Bool
  var linkedAddresses: [String]
  var hasLinks: Bool

  /// What is HTML among them.
  var parts: [String] { [heading, body, answers] }

  /// Whether a formula is among that.
  var hasMath: Bool { parts.contains { $0.contains("<math") } }
}

/// What the template of the page that leads to the lessons may say.
struct IndexPageContext {
  struct Item {
    var address: String
    var title: String
    var summary: String?
    var lecture: String?
    var minutes: Int
    var verdict: String
    var verdictClass: String
  }

  var pageTitle: String
  var course: String
  var summary: String?
  var policy: String
  var inlineStyle: String?
  var inlineScript: String?
  var indexAddress: String?
  var searchAddress: String
  var verdict: String
  var verdictClass: String
  var lessons: [Item]
}

internal import Mustache

/// What pages are made of: templates, a style sheet and a script, each of which may be replaced.
public struct PageTemplates: Sendable {
  /// Why templates cannot be used.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    /// There is no template of that name.
    case unknown(name: String)
    /// The template is not well formed.
    case malformed(name: String, reason: String)

    /// The failure in one sentence.
    public var description: String {
      switch self {
      case .unknown(let name):
        "'\(name)' is no template; there are \(PageTemplates.names.joined(separator: ", "))"
      case .malformed(let name, let reason): "the template '\(name)' is malformed: \(reason)"
      }
    }
  }

  private static let defaults = [
    "head.mustache": DefaultTemplates.head, "banner.mustache": DefaultTemplates.banner,
    "article.mustache": DefaultTemplates.article, "lesson.mustache": DefaultTemplates.lesson,
    "index.mustache": DefaultTemplates.index, "style.css": DefaultStyle.text,
    "math.css": FormulaFont.style, "script.js": DefaultScript.text,
  ]

  /// The names of the files that may be replaced.
  public static var names: [String] { defaults.keys.sorted() }

  /// The style sheet.
  let style: String
  /// The style sheet with the font of formulas.
  let mathStyle: String
  /// The script.
  let script: String
  private let library: MustacheLibrary

  /// Creates the templates.
  ///
  /// - Parameter replacements: Files to use in the place of those of the same name in `names`.
  /// - Throws: `Failure` where there is no such name, or a template is not well formed.
  public init(replacing replacements: [String: String] = [:]) throws(Failure) {
    for name in replacements.keys.sorted() where Self.defaults[name] == nil {
      throw .unknown(name: name)
    }
    var library = MustacheLibrary()
    var style = ""
    var mathStyle = ""
    var script = ""
    for (name, text) in Self.defaults.merging(replacements, uniquingKeysWith: { $1 }) {
      switch name {
      case "style.css": style = text
      case "math.css": mathStyle = text
      case "script.js": script = text
      default:
        do {
          try library.register(text, named: String(name.dropLast(".mustache".count)))
        } catch {
          throw .malformed(name: name, reason: "\(error)")
        }
      }
    }
    self.library = library
    self.style = style
    self.mathStyle = mathStyle
    self.script = script
  }

  func lesson(_ page: LessonPageContext) -> String {
    library.render(TemplateFields(page), withTemplate: "lesson") ?? ""
  }

  func index(_ page: IndexPageContext) -> String {
    library.render(TemplateFields(page), withTemplate: "index") ?? ""
  }
}

internal import Diagnostics
internal import LessonModel
internal import Yams

/// Reads YAML front matter.
struct FrontMatterReader {
  static let keys = ["title", "summary", "lecture", "seed", "digits", "limits", "engine"]
  static let limitKeys = ["steps", "time", "memory", "depth", "output"]
  /// Longer front matter is refused, which bounds what a hostile YAML file can cost.
  static let longest = 65_536

  let file: SourceFile
  /// The lines between the markers, from 1.
  let firstLine: Int
  let lastLine: Int
  var value = FrontMatter()
  var diagnostics: [Diagnostic] = []

  init(file: SourceFile, firstLine: Int, lastLine: Int) {
    self.file = file
    self.firstLine = firstLine
    self.lastLine = lastLine
  }

  mutating func read() {
    guard firstLine <= lastLine else { return }
    let span = SourceSpan(file.span(ofLine: firstLine).start, file.span(ofLine: lastLine).end)
    guard span.length <= Self.longest else {
      report(
        "front-matter",
        "the front matter has \(span.length) bytes",
        file.span(ofLine: 1),
        "keep it under \(Self.longest) bytes"
      )
      return
    }
    do {
      guard let node = try Yams.compose(yaml: file.text(in: span)) else { return }
      guard let mapping = node.mapping else {
        report(
          "front-matter",
          "the front matter is no list of keys",
          place(node),
          "write 'title: …'"
        )
        return
      }
      for (key, node) in mapping { read(key, node) }
    } catch let error as YamlError {
      var line = firstLine
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        line = min(firstLine + max(0, mark.line - 1), lastLine)
        report("front-matter", "the front matter is not YAML: \(problem)", file.span(ofLine: line))
      default:
        report("front-matter", "the front matter is not YAML", file.span(ofLine: line))
      }
    } catch {
      report("front-matter", "the front matter is not YAML", file.span(ofLine: firstLine))
    }
  }

  private mutating func read(_ key: Yams.Node, _ node: Yams.Node) {
    switch key.string ?? "" {
    case "title": value.title = text(node)
    case "summary": value.summary = text(node)
    case "lecture": value.lecture = text(node)
    case "engine": value.engine = text(node)
    case "seed": value.seed = integer(node, atLeast: .min)
    case "digits": value.digits = integer(node, atLeast: 0)
    case "limits":
      guard let mapping = node.mapping else {
        return report("front-matter-type", "'limits' must hold keys", place(node))
      }
      for (key, node) in mapping {
        switch key.string ?? "" {
        case "steps": value.limits.steps = integer(node, atLeast: 1)
        case "memory": value.limits.memory = integer(node, atLeast: 1)
        case "depth": value.limits.depth = integer(node, atLeast: 1)
        case "output": value.limits.output = integer(node, atLeast: 1)
        case "time":
          if let number = Double(node.string ?? ""), number > 0, number.isFinite {
            value.limits.time = number
          } else {
            report("front-matter-type", "'time' must be a number of seconds", place(node))
          }
        default: unknown(key, Self.limitKeys)
        }
      }
    default: unknown(key, Self.keys)
    }
  }

  private mutating func text(_ node: Yams.Node) -> String? {
    if let scalar = node.scalar { return scalar.string }
    report("front-matter-type", "the value must be text", place(node))
    return nil
  }

  private mutating func integer(_ node: Yams.Node, atLeast least: Int) -> Int? {
    if let number = Int(node.scalar?.string ?? ""), number >= least { return number }
    report("front-matter-type", "the value must be a whole number", place(node))
    return nil
  }

  private mutating func unknown(_ key: Yams.Node, _ legal: [String]) {
    let name = key.string ?? ""
    let near = nearestName(to: name, among: legal).map { "did you mean '\($0)'? " } ?? ""
    diagnostics.append(
      Diagnostic(
        "unknown-key",
        .warning,
        "unknown key '\(name)'",
        at: place(key),
        help: near + "known: " + legal.joined(separator: ", ")
      )
    )
  }

  private func place(_ node: Yams.Node) -> SourceSpan {
    guard let mark = node.mark else { return file.span(ofLine: firstLine) }
    let line = file.span(ofLine: min(firstLine + max(0, mark.line - 1), lastLine))
    // Yams counts columns in characters.
    let before = file.text(in: line).unicodeScalars.prefix(max(0, mark.column - 1))
    let start = min(line.start + String(before).utf8.count, line.end)
    return SourceSpan(start, min(line.end, start + max(1, (node.string ?? "").utf8.count)))
  }

  private mutating func report(
    _ id: String,
    _ message: String,
    _ span: SourceSpan,
    _ help: String? = nil
  ) {
    diagnostics.append(Diagnostic(id, .error, message, at: span, help: help))
  }
}

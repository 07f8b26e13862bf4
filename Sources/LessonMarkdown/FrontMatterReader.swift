internal import Diagnostics
internal import LessonModel
internal import TeXMath
internal import Yams

/// Reads YAML front matter.
struct FrontMatterReader {
  static let keys = ["title", "summary", "lecture", "seed", "digits", "limits", "macros", "engine"]
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
      // Nothing is asked of the environment, and no values are made of the nodes.
      let constructor = Yams.Constructor([:], [:], [:])
      guard let node = try Yams.compose(yaml: file.text(in: span), .basic, constructor, .utf8)
      else { return }
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
        notYAML(": \(problem)", line)
      default: notYAML("", line)
      }
    } catch {
      notYAML("", firstLine)
    }
  }

  private mutating func read(_ key: Yams.Node, _ node: Yams.Node) {
    let name = key.string ?? ""
    switch name {
    case "title": value.title = text(name, node)
    case "summary": value.summary = text(name, node)
    case "lecture": value.lecture = text(name, node)
    case "engine": value.engine = text(name, node)
    case "macros": value.macros = macros(name, node)
    case "seed": value.seed = integer(name, node, atLeast: .min)
    case "digits": value.digits = integer(name, node, atLeast: 1)
    case "limits":
      guard let mapping = node.mapping else {
        return wrongType(name, node, "keys of its own", "limits: { steps: 1000000 }")
      }
      for (key, node) in mapping { readLimit(key, node) }
    default: unknown(key, Self.keys)
    }
  }

  private mutating func readLimit(_ key: Yams.Node, _ node: Yams.Node) {
    let name = key.string ?? ""
    switch name {
    case "steps": value.limits.steps = integer(name, node, atLeast: 1)
    case "memory": value.limits.memory = integer(name, node, atLeast: 1)
    case "depth": value.limits.depth = integer(name, node, atLeast: 1)
    case "output": value.limits.output = integer(name, node, atLeast: 1)
    case "time":
      if let number = Double(node.string ?? ""), number > 0, number.isFinite {
        value.limits.time = number
      } else {
        wrongType(name, node, "a number of seconds above 0", "time: 2.5")
      }
    default: unknown(key, Self.limitKeys)
    }
  }

  private mutating func text(_ name: String, _ node: Yams.Node) -> String? {
    if let scalar = node.scalar { return scalar.string }
    wrongType(name, node, "text", "\(name): \"…\"")
    return nil
  }

  private mutating func macros(_ name: String, _ node: Yams.Node) -> MacroSet {
    let macros = MacroSet(parsing: text(name, node) ?? "")
    for problem in macros.problems where problem.isError {
      report(
        "front-matter-macros",
        "in 'macros' \(problem.message)",
        place(node),
        "write '\\newcommand{\\name}[1]{…}' for each command"
      )
    }
    return macros
  }

  private mutating func integer(_ name: String, _ node: Yams.Node, atLeast least: Int) -> Int? {
    if let number = Int(node.scalar?.string ?? ""), number >= least { return number }
    let bound = least > .min ? " of at least \(least)" : ""
    wrongType(name, node, "a whole number\(bound)", "\(name): 100")
    return nil
  }

  private mutating func wrongType(
    _ name: String,
    _ node: Yams.Node,
    _ wanted: String,
    _ example: String
  ) {
    let found =
      node.scalar.map { "'\($0.string)'" } ?? (node.mapping == nil ? "a list" : "a mapping")
    report(
      "front-matter-type",
      "'\(name)' must be \(wanted), but is \(found)",
      place(node),
      "write '\(example)'"
    )
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

  private mutating func notYAML(_ problem: String, _ line: Int) {
    report(
      "front-matter",
      "the front matter is not YAML" + problem,
      file.span(ofLine: line),
      "write 'key: value' lines, and quote a value that holds ': ' or begins with '[', '{' or '*'"
    )
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

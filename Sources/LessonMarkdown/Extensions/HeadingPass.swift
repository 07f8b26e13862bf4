internal import Diagnostics
internal import LessonModel

/// Gives each heading an anchor (rule 19).
///
/// A heading that ends with `{#name}` has that anchor, and the braces are not shown. Else the anchor is
/// the heading's text as GitHub makes it: lower case, letters, digits, `-` and `_`, spaces as
/// hyphens; where an anchor is taken, `-1`, `-2`, … follow.
struct HeadingPass {
  private(set) var diagnostics: [Diagnostic] = []
  private var taken: Set<String> = []
  /// The next number to try behind an anchor that is taken.
  private var numbers: [String: Int] = [:]

  /// Writes the anchors into the headings.
  mutating func apply(to nodes: inout [Node]) {
    var open: [(index: Int, id: String?)] = []
    for index in nodes.indices {
      guard case .heading = nodes[index].kind else { continue }
      open.append((index, explicitID(ofHeading: index, in: &nodes)))
    }
    for (index, id) in open {
      guard case .heading(let level, _) = nodes[index].kind else { continue }
      let end = index + 1 + nodes[index].descendantCount
      let anchor = id ?? unique(Self.slug(nodes[(index + 1)..<end]))
      nodes[index].kind = .heading(level: level, id: anchor)
    }
  }

  /// Takes `{#name}` from the end of a heading.
  private mutating func explicitID(ofHeading index: Int, in nodes: inout [Node]) -> String? {
    let last = index + nodes[index].descendantCount
    guard last > index, case .text(let text) = nodes[last].kind, text.hasSuffix("}"),
      let open = text.lastIndex(of: "{"), text[open...].hasPrefix("{#")
    else { return nil }
    let id = String(text[open...].dropFirst(2).dropLast())
    guard !id.isEmpty, id.unicodeScalars.allSatisfy(Self.isAnchorScalar) else { return nil }
    let rest = String(text[..<open].reversed().drop { $0 == " " }.reversed())
    guard !rest.isEmpty || last > index + 1 else { return nil }
    nodes[last].kind = .text(rest)
    if !taken.insert(id).inserted {
      diagnostics.append(
        Diagnostic(
          "duplicate-anchor",
          .error,
          "another heading already has the anchor '\(id)'",
          at: nodes[index].span,
          help: "give this heading another name in '{#…}'"
        )
      )
    }
    return id
  }

  private mutating func unique(_ slug: String) -> String {
    if taken.insert(slug).inserted { return slug }
    var number = numbers[slug] ?? 1
    while !taken.insert("\(slug)-\(number)").inserted { number += 1 }
    numbers[slug] = number + 1
    return "\(slug)-\(number)"
  }

  private static func slug(_ content: ArraySlice<Node>) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in content.plainText.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if isAnchorScalar(scalar) {
        slug.append(scalar)
      }
    }
    return slug.isEmpty ? "section" : String(slug)
  }

  private static func isAnchorScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil || scalar.properties.generalCategory.isMark
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool {
    switch self {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}

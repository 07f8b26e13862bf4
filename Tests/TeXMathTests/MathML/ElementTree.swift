/// An element of MathML, for comparison.
final class Element {
  var name: String
  var attributes: [String: String]
  var children: [Element] = []
  var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The tree as text, attributes in alphabetical order.
  var description: String {
    let list = attributes.sorted { $0.key < $1.key }.map { " \($0.key)='\($0.value)'" }.joined()
    return "<\(name)\(list)>\(text)\(children.map(\.description).joined())</\(name)>"
  }

  /// Reads the elements of MathML that a program wrote; annotations are left out.
  static func parse(_ markup: String) -> Element {
    let root = Element("root", [:])
    var open = [root]
    var rest = Substring(markup)
    while !rest.isEmpty {
      let text = rest.prefix { $0 != "<" }
      open[open.count - 1].text += plain(text)
      rest = rest.dropFirst(text.count + 1)
      guard !rest.isEmpty || text.count < markup.count else { break }
      let tag = rest.prefix { $0 != ">" }
      rest = rest.dropFirst(tag.count + 1)
      if tag.isEmpty { continue }
      if tag.hasPrefix("/") {
        if open.count > 1 { open.removeLast() }
        continue
      }
      let element = Element(
        String(tag.prefix { $0.isLetter }),
        attributes(tag.drop { $0.isLetter })
      )
      open[open.count - 1].children.append(element)
      if !tag.hasSuffix("/") { open.append(element) }
    }
    return root.children.first ?? root
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var result: [String: String] = [:]
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let name = parts[index].filter { $0 != " " && $0 != "=" && $0 != "/" }
      result[name] = plain(parts[index + 1])
    }
    return result
  }

  private static func plain(_ text: Substring) -> String {
    var result = String(text)
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&"),
    ] {
      result = result.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return result
  }
}

extension Element {
  private static let tokens: Set<String> = ["mi", "mn", "mo", "mtext"]
  private static let rows: Set<String> = [
    "mrow", "math", "mtd", "mstyle", "msqrt", "menclose", "mphantom", "mpadded",
  ]
  /// Attributes that say how MathML Core draws what the element says, and those of our style.
  private static let presentation: Set<String> = [
    "style", "class", "form", "xmlns", "mathbackground", "movablelimits", "voffset",
  ]

  /// The tree without what groups alone and without differences of writing.
  ///
  /// - an `mrow` in a row or around one element is left out; so is a token that wrongly holds
  ///   elements, a style around one style, and a space without width;
  /// - neighbouring `mtext`s are one, and so are `mn`s, a script's base included;
  /// - letters of mathematical alphabets are plain letters, since `mathvariant` names them too;
  /// - presentation, and the widths of padding, are left out.
  func normalized() -> [Element] {
    let inner = children.filter { $0.name != "annotation" }.flatMap { $0.normalized() }
    if name == "mspace", attributes["width"] == nil {
      return attributes["linebreak"] == nil ? [] : [Element(name, attributes)]
    }
    let result = Element(name == "semantics" ? "mrow" : name, attributes)
    if Self.tokens.contains(name), !inner.isEmpty { result.name = "mrow" }
    for attribute in Self.presentation { result.attributes[attribute] = nil }
    if ["mpadded", "mtable", "mtd"].contains(name) {
      for attribute in ["width", "height", "depth"] { result.attributes[attribute] = nil }
    }
    if let spacing = result.attributes["columnspacing"], spacing.isEmpty {
      result.attributes["columnspacing"] = nil
    }
    if Self.tokens.contains(result.name) {
      result.text = plainLetters(text)
      if name == "mo" || (name == "mi" && text.count > 1) {
        if result.attributes["mathvariant"] == "normal" { result.attributes["mathvariant"] = nil }
      }
      for size in ["minsize", "maxsize"] where result.attributes[size] == "3em" {
        result.attributes[size] = "3.0em"
      }
      return [result]
    }
    result.children = Self.rows.contains(result.name) ? Self.merged(inner) : inner
    if result.name == "mrow", result.children.count == 1 { return result.children }
    if name == "mstyle", result.children.count == 1, let style = result.children.first,
      style.name == "mstyle"
    {
      style.attributes.merge(result.attributes) { inner, _ in inner }
      return [style]
    }
    return [result]
  }

  private static func merged(_ elements: [Element]) -> [Element] {
    var result: [Element] = []
    for element in elements.flatMap({ $0.name == "mrow" ? $0.children : [$0] }) {
      guard let last = result.last else {
        result.append(element)
        continue
      }
      if element.name == last.name, element.attributes == last.attributes,
        last.name == "mtext" || last.name == "mn"
      {
        last.text += element.text
      } else if last.name == "mn", ["msup", "msub", "msubsup"].contains(element.name),
        let base = element.children.first, base.name == "mn"
      {
        base.text = last.text + base.text
        result[result.count - 1] = element
      } else {
        result.append(element)
      }
    }
    return result
  }
}

/// Text with letters of mathematical alphabets as the letters that they are variants of.
private func plainLetters(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { !$0.isASCII }) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map(plainLetter)))
}

private func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  let known: [Unicode.Scalar: Unicode.Scalar] = [
    "ℂ": "C", "ℍ": "H", "ℕ": "N", "ℙ": "P", "ℚ": "Q", "ℝ": "R", "ℤ": "Z", "ℬ": "B", "ℰ": "E",
    "ℱ": "F", "ℋ": "H", "ℐ": "I", "ℒ": "L", "ℳ": "M", "ℛ": "R", "ℭ": "C", "ℌ": "H", "ℨ": "Z",
    "\u{A0}": " ",
  ]
  if let letter = known[scalar] { return letter }
  let value = scalar.value
  switch value {
  case 0x1D400..<0x1D6A4:
    let offset = (value - 0x1D400) % 52
    return Unicode.Scalar(offset < 26 ? 0x41 + offset : 0x61 + offset - 26) ?? scalar
  case 0x1D6A8..<0x1D7CA:
    let offset = (value - 0x1D6A8) % 58
    if offset == 25 { return "∇" }
    if offset < 25 { return Unicode.Scalar(0x391 + offset) ?? scalar }
    let variants: [Unicode.Scalar] = ["∂", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ", "ϖ"]
    return offset < 51 ? Unicode.Scalar(0x3B1 + offset - 26) ?? scalar : variants[Int(offset) - 51]
  case 0x1D7CE..<0x1D800: return Unicode.Scalar(0x30 + (value - 0x1D7CE) % 10) ?? scalar
  default: return scalar
  }
}

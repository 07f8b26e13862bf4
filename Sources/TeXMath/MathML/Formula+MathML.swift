extension Formula {
  /// Where a formula stands.
  public enum Placement: Hashable, Sendable {
    /// In a line of text.
    case inline
    /// On lines of its own.
    case display
  }

  /// The formula as a `math` element of MathML Core, with its LaTeX as an annotation.
  ///
  /// Fonts are said twice: by Unicode's mathematical letters, which every renderer shows, and by
  /// `mathvariant`, which names the font. Frames and strokes are `menclose` with a CSS style, and
  /// columns have both attributes and styles, so that renderers of Core and of all of MathML
  /// agree. Needs neither a script nor a font of its own.
  public func mathML(as placement: Placement) -> String {
    var writer = MathMLWriter(style: placement == .display ? .display : .text)
    writer.put("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"")
    if placement == .display { writer.put(" display=\"block\"") }
    writer.put("><semantics>")
    writer.whole(nodes, tag: tag)
    writer.put("<annotation encoding=\"application/x-tex\">")
    writer.escape(source)
    writer.put("</annotation></semantics></math>")
    return String(decoding: writer.output, as: UTF8.self)
  }
}

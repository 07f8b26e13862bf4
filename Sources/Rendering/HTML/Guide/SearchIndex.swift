/// The text of a guide for the search in the browser, as a script: pages opened from a folder may load
/// scripts and nothing else.
struct SearchIndex {
  private var entries: [String] = []

  /// Adds the sections of a page.
  mutating func add(_ body: LessonBody, title: String, address: String) {
    for section in body.sections {
      let text = section.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !text.isEmpty || !section.title.isEmpty else { continue }
      let anchor = section.id.isEmpty ? "" : "#" + section.id
      let fields = [address + anchor, title, section.title, text].map(Self.quoted)
      entries.append("[" + fields.joined(separator: ",") + "]")
    }
  }

  /// The script, which hands the entries `[address, lesson, section, text]` to the page.
  var script: String { "lessonsIndex([\n" + entries.joined(separator: ",\n") + "\n])\n" }

  /// A string of JavaScript that no HTML around it can end.
  private static func quoted(_ text: String) -> String {
    JSONText.quoted(text)
      .replacing("<", with: "\\u003c")
      .replacing("\u{2028}", with: "\\u2028")
      .replacing("\u{2029}", with: "\\u2029")
  }
}

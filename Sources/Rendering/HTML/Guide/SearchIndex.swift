/// The text of a guide for the search in the browser, as a script: pages opened from a folder may load
/// scripts and nothing else.
struct SearchIndex {
  private var entries: [String] = []

  /// Adds the entries of a page.
  mutating func add(_ entries: [String]) { self.entries += entries }

  /// The script, which hands the entries `[address, lesson, section, text]` to the page.
  var script: String { "lessonsIndex([\n" + entries.joined(separator: ",\n") + "\n])\n" }

  /// Returns the entries of the sections of a page.
  static func entries(of body: LessonBody, title: String, address: String) -> [String] {
    body.sections.compactMap { section in
      let text = spaced(section.text)
      guard !text.isEmpty || !section.title.isEmpty else { return nil }
      let anchor = section.id.isEmpty ? "" : "#" + section.id
      let fields = [address + anchor, title, section.title, text]
        .map(JSONText.quotedInScript)
      return "[" + fields.joined(separator: ",") + "]"
    }
  }

  /// A text with one space wherever it has white space.
  private static func spaced(_ text: String) -> String {
    text.utf8.split { $0 <= 0x20 }.map { Substring($0) }.joined(separator: " ")
  }
}

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
    var words: [UInt8] = []
    words.reserveCapacity(text.utf8.count)
    var isBehindSpace = false
    for byte in text.utf8 {
      if byte > 0x20 {
        if isBehindSpace, !words.isEmpty { words.append(0x20) }
        words.append(byte)
      }
      isBehindSpace = byte <= 0x20
    }
    return String(decoding: words, as: UTF8.self)
  }
}

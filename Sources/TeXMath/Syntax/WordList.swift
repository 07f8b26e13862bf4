/// The words of a table that is written as text, with spaces and line breaks between them.
struct WordList {
  /// The words, in order.
  let words: [String]

  init(_ text: String) {
    // By bytes: to go by characters takes a hundred times as long, at each start of the tool.
    words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .map { String(Substring($0)) }
  }

  /// Each word at an even place, with the one after it.
  var pairs: [(String, String)] {
    stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }
}

/// The programs in a text that holds some: a script is one, a lesson has cells, a test has literals.
public enum FuzzCorpus {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: What the file holds.
  ///   - name: The file's name; its ending tells what the file is.
  /// - Returns: The programs in the order they stand in.
  public static func programs(in text: String, named name: String) -> [String] {
    if name.hasSuffix(".md") { return blocks(of: text, from: "```swift", to: "```") }
    if name.hasSuffix("Tests.swift") {
      return blocks(of: text, from: "\"\"\"", to: "\"\"\"") + literals(of: text)
    }
    return [text]
  }

  /// Reads the programs of a file that the language accepts, as far as the file's name tells.
  ///
  /// - Parameters:
  ///   - text: What the file holds.
  ///   - name: The file's path.
  /// - Returns: The programs in the order they stand in; of a lesson, every first part that is short.
  public static func acceptedPrograms(in text: String, named name: String) -> [String] {
    if name.hasSuffix(".md") {
      let cells = blocks(of: text, from: "```swift", to: "```")
      let parts = cells.indices.map { cells[...$0].joined(separator: "\n") }
      return parts.filter { $0.utf8.count <= longestPart }
    }
    let isAccepted = acceptingNames.contains { name.contains($0) }
    return isAccepted ? programs(in: text, named: name) : []
  }

  /// What the path of a file with accepted programs has in it; some of them fail when they run.
  private static let acceptingNames = [
    "/accept/", "/limits/", "/AcceptedProgramTests", "/FailingProgramTests",
  ]

  /// The bytes of the longest first part of a lesson that one input may be.
  private static let longestPart = 2_500

  /// The lines between a line that ends an opening and one that begins with the closing.
  private static func blocks(of text: String, from opening: String, to closing: String) -> [String]
  {
    var result: [String] = []
    var block: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = line.drop { $0 == " " }
      if let lines = block, start.hasPrefix(closing) {
        result.append(lines.joined(separator: "\n"))
        block = nil
      } else if block != nil {
        block?.append(start)
      } else if start.hasSuffix(opening) || (start.hasPrefix(opening) && closing == "```") {
        block = []
      }
    }
    return result
  }

  /// The programs that stand in string literals of one line, their escapes read.
  private static func literals(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard let start = line.firstIndex(of: "\""), let end = line.lastIndex(of: "\""),
        start < end, line.contains("\\n")
      else { return nil }
      return line[line.index(after: start)..<end].split(separator: "\", \"").first.map { literal in
        literal.split(separator: "\\n", omittingEmptySubsequences: false)
          .map { unescaped($0) }.joined(separator: "\n")
      }
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped || character != "\\" { result.append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return result
  }
}
